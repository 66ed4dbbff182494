package org.holdfast.jobs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Modifier;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void nothingRunsDailyInTheHourThatTheClocksRepeatOrSkip() {
        assertThrows(IllegalArgumentException.class, () -> Schedule.daily(LocalTime.of(1, 0)));
        assertThrows(IllegalArgumentException.class, () -> Schedule.daily(LocalTime.of(1, 30)));
        assertThrows(IllegalArgumentException.class, () -> Schedule.daily(LocalTime.of(2, 0)));
        assertDoesNotThrow(() -> Schedule.daily(LocalTime.of(0, 59)));
        assertDoesNotThrow(() -> Schedule.daily(LocalTime.of(2, 1)));
    }

    @Test
    void everyJobHasANameOfItsOwnAndAReason() throws Exception {
        List<Schedule.Entry> entries = entries();

        assertEquals(entries.size(), entries.stream().map(Schedule.Entry::name).distinct().count());
        assertEquals(0, entries.stream().filter(entry -> entry.reason().isBlank()).count());
    }

    private static List<Schedule.Entry> entries() {
        return Stream.of(Schedule.class.getDeclaredFields())
                .filter(field -> field.getType() == Schedule.Entry.class && Modifier.isPublic(field.getModifiers()))
                .map(field -> {
                    try {
                        return (Schedule.Entry) field.get(null);
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
    }
}
