package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalTime;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {
    private static LocalTime read(String typed) {
        return (LocalTime) assertInstanceOf(Written.Read.class, WrittenTime.read(typed), typed).value();
    }

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30", "14.30, 14:30", "1430, 14:30", "2.30pm, 14:30", "2:30 pm, 14:30", "2pm, 14:00", "2 p.m., 14:00", "9.05, 09:05", "930, 09:30",
        "12am, 00:00", "12pm, 12:00", "12:15 am, 00:15", "noon, 12:00", "midnight, 00:00", "0:00, 00:00", "02:30, 02:30", "0230, 02:30", "23:59, 23:59"})
    void timesAreReadAsPeopleWriteThem(String typed, LocalTime expected) {
        assertEquals(expected, read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "14", "2", "24:00", "14:60", "13pm", "0am", "14:3", "14:30:15"})
    void whatCannotBeReadSaysWhatToWrite(String typed) {
        assertEquals("Write a time, such as 14:30 or 2.30pm", assertInstanceOf(Written.Unreadable.class, WrittenTime.read(typed), typed).whatToWrite());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.30", "2:30", "230"})
    void aTimeThatCouldBeAfternoonIsNotGuessedAt(String typed) {
        assertEquals(
                "Write 14:30 for the afternoon or 02:30 for the morning",
                assertInstanceOf(Written.Unreadable.class, WrittenTime.read(typed)).whatToWrite());
    }

    @Property
    void whatAPageWritesIsReadBack(@ForAll @IntRange(max = 1439) int minute) {
        LocalTime time = LocalTime.of(minute / 60, minute % 60);
        assertEquals(time, read(Words.time(time)));
    }

    @Property
    void morningAndAfternoonAreTwelveHoursApart(@ForAll @IntRange(min = 1, max = 12) int hour, @ForAll @IntRange(max = 59) int minute) {
        String written = String.format(Locale.UK, "%d.%02d", hour, minute);
        assertEquals(read(written + "am").plusHours(12), read(written + "pm"));
    }
}
