package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.UUID;

/**
 * The open prompts about one person's cases.
 *
 * @param personId the young person's worker; null for cases without one
 * @param name     their name, "You" for the viewer, "Without a worker" for nobody
 */
public record PromptsOfPerson(@Nullable UUID personId, String name, List<PromptCard> prompts) {}
