package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every template. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("templates");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=\"|javascript:", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSAFE = Pattern.compile("\\$unsafe");
    private static final Pattern NEVER_OURS = Pattern.compile(
        "risky behaviour|keep safe work|safe decisions|promiscuous|lifestyle choice|putting (him|her|them)sel(f|ves) at risk|failed to engage|refused to engage|child prostitut|immediate risk",
        Pattern.CASE_INSENSITIVE);

    @Test
    void everyFreeTextSaysWhoSeesItAndWhatMustGoElsewhere() {
        assertEquals(List.of(), pages().filter(t -> !t.equals(TEMPLATES.resolve("components/textArea.jte"))
            && !t.startsWith(TEMPLATES.resolve("errors")) && has(t, Pattern.compile("<textarea"))).toList());
        String textArea = read(TEMPLATES.resolve("components/textArea.jte"));
        assertTrue(textArea.contains("whereItMustGo") && textArea.contains("@param String whoSees\n"));
    }

    @Test
    void noPageHasScriptOrStyleInline() {
        assertEquals(List.of(), pages().filter(t -> !t.startsWith(TEMPLATES.resolve("pdf")) && has(t, INLINE)).toList());
    }

    @Test
    void nothingIsWrittenUnescaped() {
        assertEquals(List.of(), pages().filter(t -> has(t, UNSAFE)).toList());
    }

    @Test
    void ourOwnWordingNeverPutsItOnChildren() {
        assertEquals(List.of(), pages().filter(t -> has(t, NEVER_OURS)).toList());
    }

    private static Stream<Path> pages() {
        try {
            return Files.walk(TEMPLATES).filter(p -> p.toString().endsWith(".jte")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path template, Pattern pattern) {
        return pattern.matcher(read(template)).find();
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
