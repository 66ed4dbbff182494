package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.util.List;

/**
 * @param reference what the log knows this by, or null where there is nothing to look up
 * @param path      where what was typed had been sent, for sending it again
 * @param typed     what was typed, in the order of the form; empty where nothing was or where it must not be shown
 * @param way       where to say who one is, in a tab of its own, instead of going home; null where that is not what is missing
 */
public record RefusalPage(
        String title, List<String> sentences, boolean demonstration, @Nullable String reference, String path,
        List<Typed.Field> typed, @Nullable Link way) {}
