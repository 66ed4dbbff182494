package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractDateTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "2026-11-09", "2026-11-09T00:00:00", "2026-11-09 23:59:59.9999999", "2026-11-09T10:30", "09/11/2026", "9/11/2026",
        "09/11/2026 00:00:00", "09-11-2026", "9.11.2026 14:30", "2026-11-09T00:00:00Z", "2026-11-09 00:00:00 +00:00"})
    void theSameDayIsReadFromEveryForm(String written) {
        assertEquals(LocalDate.of(2026, 11, 9), ExtractDate.read(written));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30:00Z, 2026-03-29", "2026-06-30T23:30:00Z, 2026-07-01", "2026-10-25T00:30:00+01:00, 2026-10-25", "2028-02-29, 2028-02-29"})
    void aTimeWithAnOffsetIsADayInLondon(String written, LocalDate day) {
        assertEquals(day, ExtractDate.read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "11/21/2026", "2026-02-29", "31/04/2026", "21/11/26", "2026/11/21", "20261121", "21 November 2026", "2026-11-21 25:00",
        "21/11-2026", "21/11/2026x", "-1/11/2026", "0000-01-01", "46347", "tomorrow", "2026-11-21Tnoon"})
    void whatCouldBeAnotherDayIsNotGuessed(String written) {
        assertNull(ExtractDate.read(written));
    }
}
