package org.holdfast.pdf;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text in which every character can be drawn. What no embedded typeface has is named in square brackets, so that a
 * reader sees that something stood there: {@code [grinning face]}, {@code [4 Arabic characters]}, or {@code [?]}
 * where it has no name. Characters that are never seen, and those XML forbids, are left out.
 */
final class PrintableText {
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private final StringBuilder printable;
    private final IntPredicate drawable;
    private UnicodeScript script;
    private int letters;

    private PrintableText(int length, IntPredicate drawable) {
        this.printable = new StringBuilder(length);
        this.drawable = drawable;
    }

    static String of(String text) {
        return of(text, Typeface::anyHas);
    }

    static String of(String text, IntPredicate drawable) {
        if (isPlain(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var result = new PrintableText(composed.length(), drawable);
        composed.codePoints().forEach(result::append);
        result.endRun();
        return result.printable.toString();
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '\n' || c == '\t' || c == '\r');
    }

    private void append(int c) {
        if (isForeignLetter(c)) {
            continueRun(c);
            return;
        }
        endRun();
        if (isLineOrTab(c) || c >= ' ' && c <= '~') {
            printable.append((char) c);
        } else if (!isNeverSeen(c)) {
            printable.append(shown(c));
        }
    }

    private boolean isForeignLetter(int c) {
        return c > '~' && (Character.isLetterOrDigit(c) || isMarkInRun(c)) && !isPrivate(c) && !drawable.test(c);
    }

    private boolean isMarkInRun(int c) {
        return letters > 0 && switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private void continueRun(int c) {
        UnicodeScript next = UnicodeScript.of(c);
        if (next != script && next != UnicodeScript.INHERITED && next != UnicodeScript.COMMON) {
            endRun();
            script = next;
        }
        letters++;
    }

    private void endRun() {
        if (letters > 0) {
            String of = script == null ? "" : titled(script.name()) + " ";
            printable.append('[').append(letters).append(' ').append(of)
                    .append(letters == 1 ? "character]" : "characters]");
        }
        script = null;
        letters = 0;
    }

    private static String titled(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static boolean isLineOrTab(int c) {
        return c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isNeverSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            default -> isVariationSelector(c) || c >= FIRST_SKIN_TONE && c <= LAST_SKIN_TONE || (c & 0xFFFE) == 0xFFFE;
        };
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private String shown(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) && !drawable.test(c)) {
            return " ";
        }
        // PDF/A-2a wants a meaning for every glyph, which the private use area does not have
        if (!isPrivate(c) && drawable.test(c)) {
            return Character.toString(c);
        }
        return "[" + name(c) + "]";
    }

    private static boolean isPrivate(int c) {
        return Character.getType(c) == Character.PRIVATE_USE;
    }

    private static String name(int c) {
        String name = isPrivate(c) ? null : Character.getName(c);
        return name == null ? "?" : name.toLowerCase(Locale.ROOT);
    }
}
