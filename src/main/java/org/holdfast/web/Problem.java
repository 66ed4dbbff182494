package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/**
 * Why a system's request was refused, as RFC 9457 writes it.
 *
 * @param instance names the entry in the log, or null where there is nothing to look up
 */
@Serdeable
public record Problem(String type, String title, int status, String detail, @Nullable String instance) {}
