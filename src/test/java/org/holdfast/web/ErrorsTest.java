package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTest {
    private final Errors errors = Errors.none();

    @Test
    void aTextIsKeptWithoutTheSpaceAroundIt() {
        assertEquals("a\n b", errors.text("note", "  a\r\n b \r\n", 10, "Write something"));
        assertTrue(errors.isEmpty());
    }

    @Test
    void aMissingTextIsAskedFor() {
        assertEquals("", errors.text("note", " \n\t ", 10, "Write what was decided"));
        assertEquals("", errors.text("why", null, 10, "Write why"));
        assertEquals(List.of(new Errors.Entry("note", "Write what was decided"), new Errors.Entry("why", "Write why")), errors.entries());
        assertEquals("There are 2 things to put right", errors.heading());
    }

    @Test
    void anOverlongTextIsCountedInCharactersAsPeopleCountThem() {
        assertEquals("🌊🌊🌊", errors.text("note", "🌊🌊🌊", 3, "Write something"));
        errors.text("note", "🌊🌊🌊🌊", 3, "Write something");
        assertEquals("Shorten this to 3 characters; it has 4", errors.of("note"));
        assertEquals("There is 1 thing to put right", errors.heading());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u202eb", "a\u2066b", "a\ud800b", "a\u0085b"})
    void hiddenCharactersAreRefused(String hostile) {
        assertEquals("", errors.text("note", hostile, 10, "Write something"));
        assertEquals("Take out the hidden characters; typing the text again does that", errors.of("note"));
    }

    @Test
    void markupIsOnlyText() {
        assertEquals("<script>'\"&", errors.text("note", "<script>'\"&", 20, "Write something"));
    }

    @Test
    void anOptionalTextMayBeLeftOut() {
        assertEquals("", errors.optionalText("note", null, 10));
        assertTrue(errors.isEmpty());
        assertNull(errors.of("note"));
    }

    @Test
    void theFirstSentenceForAFieldStands() {
        errors.add("on", "First").add("on", "Second");
        assertEquals("First", errors.of("on"));
    }

    @Test
    void aWrittenDateIsReadOrAskedForAgain() {
        LocalDate today = LocalDate.of(2026, 11, 21);
        assertEquals(today.plusDays(1), errors.read("on", WrittenDate.read("tomorrow", today)));
        assertNull(errors.read("by", WrittenDate.read("31 Nov", today)));
        assertEquals("November has 30 days. Write a date such as 21 November 2026", errors.of("by"));
    }
}
