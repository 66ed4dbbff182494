package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is still to be put right in a form: at most one sentence per field, in the order of the fields. The summary on
 * top of the page links each sentence to its field, whose id is the key.
 *
 * <p>Sentences say what to write ("Write a date, such as 21 November 2026"), never what somebody did wrong.
 */
public final class Errors {
    /** One sentence of the summary. */
    public record Entry(String field, String sentence) {}

    private final Map<String, String> sentences = new LinkedHashMap<>();

    /** A form as first shown. */
    public static Errors none() {
        return new Errors();
    }

    /** Adds a sentence; the first one for a field stands. */
    public Errors add(String field, String sentence) {
        sentences.putIfAbsent(field, sentence);
        return this;
    }

    /** The sentence for that field, or null where nothing is wrong. */
    public @Nullable String of(String field) {
        return sentences.get(field);
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    public List<Entry> entries() {
        return sentences.entrySet().stream().map(e -> new Entry(e.getKey(), e.getValue())).toList();
    }

    /** "There is 1 thing to put right", "There are 2 things to put right". */
    public String heading() {
        int count = sentences.size();
        return count == 1 ? "There is 1 thing to put right" : "There are " + count + " things to put right";
    }

    /**
     * A text that must be there.
     *
     * @param most    the longest it may be, in characters as people count them
     * @param missing what to say when it is empty, such as "Write what was decided"
     * @return the text to keep: trimmed, line ends as \n; empty where it was refused
     */
    public String text(String field, @Nullable String typed, int most, String missing) {
        String kept = optionalText(field, typed, most);
        if (kept.isEmpty()) {
            add(field, missing);
        }
        return kept;
    }

    /** A text that may be left empty; see {@link #text}. */
    public String optionalText(String field, @Nullable String typed, int most) {
        String kept = tidied(typed);
        if (hasHiddenCharacters(kept)) {
            add(field, "Take out the hidden characters; typing the text again does that");
            return "";
        }
        int length = kept.codePointCount(0, kept.length());
        if (length > most) {
            add(field, "Shorten this to " + Words.count(most, "character") + "; it has " + Words.number(length));
            return "";
        }
        return kept;
    }

    /** A date as people write it; null, with a sentence added, where it cannot be read. */
    public @Nullable <T> T read(String field, Written<T> written) {
        return switch (written) {
            case Written.Read<T>(T value) -> value;
            case Written.Unreadable<T>(String whatToWrite) -> {
                add(field, whatToWrite);
                yield null;
            }
        };
    }

    private static String tidied(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Control characters cannot be stored or read back; the two marks that turn text round can hide what it says. */
    private static boolean hasHiddenCharacters(String text) {
        return text.codePoints().anyMatch(c ->
                Character.isISOControl(c) && c != '\n' && c != '\t' || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069
                        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
