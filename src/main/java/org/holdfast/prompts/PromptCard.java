package org.holdfast.prompts;

import io.micronaut.core.annotation.Nullable;
import java.util.UUID;

/**
 * An open prompt, as a short list shows it.
 *
 * @param href     its page, which explains it and where it is decided
 * @param title    the case's reference and what it is about
 * @param sentence how it stands today
 * @param question what it asks of this viewer
 * @param missing  "Missing since 12 November", or null; such prompts come first
 */
public record PromptCard(UUID id, String href, String reference, String title, String sentence, String question, @Nullable String missing) {}
