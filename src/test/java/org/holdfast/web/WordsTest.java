package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void datesAndTimesAreWrittenAsPeopleDo() {
        assertEquals("21 November 2026", Words.day(TODAY));
        assertEquals("Saturday 21 November 2026", Words.weekday(TODAY));
        assertEquals("3 March", Words.shortDay(LocalDate.of(2026, 3, 3), TODAY));
        assertEquals("3 March 2025", Words.shortDay(LocalDate.of(2025, 3, 3), TODAY));
        assertEquals("09:05", Words.time(LocalTime.of(9, 5)));
    }

    @Test
    void momentsAreWrittenInTheTimePeopleLiveBy() {
        assertEquals("1 July 2026 at 00:30", Words.moment(Instant.parse("2026-06-30T23:30:00Z").atZone(ZoneOffset.UTC)));
    }

    @ParameterizedTest
    @CsvSource({"0, today", "-1, yesterday", "1, tomorrow", "-2, 2 days ago", "-3, 3 days ago", "2, in 2 days", "40, in 40 days", "-1200, '1,200 days ago'"})
    void distancesAreCountedInDays(int days, String expected) {
        assertEquals(expected, Words.distance(TODAY.plusDays(days), TODAY));
    }

    @Test
    void countsCarryTheirWord() {
        assertEquals("1 case", Words.count(1, "case"));
        assertEquals("0 cases", Words.count(0, "case"));
        assertEquals("12,400 people", Words.count(12_400, "person", "people"));
    }

    @Test
    void listsEndWithAnd() {
        assertEquals("", Words.list(List.of()));
        assertEquals("A", Words.list(List.of("A")));
        assertEquals("A and B", Words.list(List.of("A", "B")));
        assertEquals("A, B and C", Words.list(List.of("A", "B", "C")));
    }
}
