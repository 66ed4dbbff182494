package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDateTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 21);

    private static LocalDate read(String typed) {
        return read(typed, SATURDAY);
    }

    private static LocalDate read(String typed, LocalDate today) {
        return assertInstanceOf(Written.Read.class, WrittenDate.read(typed, today), typed) instanceof Written.Read<?>(LocalDate date) ? date : null;
    }

    private static String whatToWrite(String typed) {
        return assertInstanceOf(Written.Unreadable.class, WrittenDate.read(typed, SATURDAY), typed).whatToWrite();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "21/11/2026", "21/11/26", "21.11.2026", "21-11-2026", "21 11 2026", " 21 / 11 / 2026 ", "21 November 2026", "21 nov 26", "21st Nov. 2026",
        "21 Nov", "21/11", "Sat 21 November 2026", "Saturday, 21st of November 2026", "2026-11-21", "2026/11/21", "today", "TODAY", "21nov2026", "21-Nov-2026"})
    void thisDayIsReadHoweverItIsWritten(String typed) {
        assertEquals(SATURDAY, read(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, 2026-11-20", "tomorrow, 2026-11-22", "next Monday, 2026-11-23", "last Monday, 2026-11-16", "next Saturday, 2026-11-28",
        "last sat, 2026-11-14", "3 sept, 2026-09-03", "1/6, 2026-06-01", "15/2, 2027-02-15", "29/2/2028, 2028-02-29", "29 Feb, 2028-02-29", "1 may, 2027-05-01"})
    void daysAreSeenFromToday(String typed, LocalDate expected) {
        assertEquals(expected, read(typed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "31 Nov | November has 30 days. Write a date such as 21 November 2026",
        "31/11/2026 | November 2026 has 30 days. Write a date such as 21 November 2026",
        "29/2/2026 | February 2026 has 28 days. Write a date such as 21 November 2026",
        "30 Feb | February has 29 days. Write a date such as 21 November 2026",
        "0/1/2026 | January 2026 has 31 days. Write a date such as 21 November 2026",
        "11/21/2026 | There are 12 months. Write the day first, such as 21 November 2026",
        "1/1/1066 | Check the year. Write a date such as 21 November 2026",
        "monday | Say which Monday: write last Monday, next Monday or the date",
        "on tue | Say which Tuesday: write last Tuesday, next Tuesday or the date",
        "soon | Write a date, such as 21 November 2026",
        "21 Foo | Write a date, such as 21 November 2026",
        "21/11/20266 | Write a date, such as 21 November 2026"})
    void whatCannotBeReadSaysWhatToWrite(String typed, String sentence) {
        assertEquals(sentence, whatToWrite(typed));
    }

    @Test
    void nothingWrittenAsksForADate() {
        assertEquals("Write a date, such as 21 November 2026", whatToWrite(""));
        assertEquals("Write a date, such as 21 November 2026", assertInstanceOf(Written.Unreadable.class, WrittenDate.read(null, SATURDAY)).whatToWrite());
    }

    @Property
    void everyDayIsReadInEveryWayOfWritingIt(@ForAll("days") LocalDate day, @ForAll("ways") String way, @ForAll("days") LocalDate today) {
        assertEquals(day, read(DateTimeFormatter.ofPattern(way, Locale.UK).format(day), today));
    }

    @Property
    void whatAPageWritesIsReadBack(@ForAll("days") LocalDate day, @ForAll("days") LocalDate today) {
        assertEquals(day, read(Words.day(day), today));
        assertEquals(day, read(Words.weekday(day), today));
        assertEquals(day.getDayOfMonth(), read(Words.shortDay(day, day), today).getDayOfMonth());
    }

    @Property
    void aDayWithoutAYearIsTheNearestOne(@ForAll("days") LocalDate day, @ForAll("days") LocalDate today) {
        LocalDate read = read(DateTimeFormatter.ofPattern("d/M").format(day), today);
        long farthest = day.getMonthValue() == 2 && day.getDayOfMonth() == 29 ? 4 * 366 : 183;
        assertTrue(Math.abs(ChronoUnit.DAYS.between(read, today)) <= farthest, read + " from " + today);
    }

    @Property
    void nothingTypedIsEverAMishap(@ForAll String typed) {
        WrittenDate.read(typed, SATURDAY);
        WrittenTime.read(typed);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(LocalDate.of(2000, 1, 1).toEpochDay(), LocalDate.of(2099, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> ways() {
        return Arbitraries.of("d/M/yyyy", "dd/MM/yyyy", "d/M/yy", "d MMM yyyy", "d MMMM yyyy", "EEE d MMM yy", "EEEE, d MMMM yyyy", "yyyy-MM-dd", "d.M.yyyy", "d-M-yy");
    }
}
