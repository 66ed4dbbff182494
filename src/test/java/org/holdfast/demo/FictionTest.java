package org.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.house.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FictionTest {
    @RegisterExtension final TestDatabase one = TestDatabase.migrated();
    @RegisterExtension final TestDatabase other = TestDatabase.migrated();

    @Test
    void isTheSameEveryTimeOnTheSameDay() throws SQLException {
        SmallServiceTest.load(one, LocalDate.of(2026, 11, 21));
        SmallServiceTest.load(other, LocalDate.of(2026, 11, 21));

        assertEquals(digest(one), digest(other));
    }

    @Test
    void isAnotherDaysTheDayAfter() {
        assertNotEquals(text(LocalDate.of(2026, 11, 21)), text(LocalDate.of(2026, 11, 22)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-02-29", "2026-03-29", "2026-10-25", "2027-01-03"})
    void canBeToldOnAnyDay(String day) throws SQLException {
        assertInstanceOf(Loading.Loaded.class, SmallServiceTest.load(one, LocalDate.parse(day)));
        assertEquals(1L, one.asOwner().one(Long.class, "select count(*) from case_standing where is_open and opened_on <= ?::date - 900", LocalDate.parse(day)));
    }

    private static String text(LocalDate day) {
        return SmallService.on(day).written().toString();
    }

    /** Everything but the ids PostgreSQL gives to prompts. */
    private static List<String> digest(TestDatabase database) {
        return database.asOwner().column(String.class, "select table_name from information_schema.tables where table_schema = 'public' and table_name not in ('prompt', 'prompt_step', 'flyway_schema_history') order by 1")
            .stream().map(table -> table + database.asOwner().one(String.class, "select md5(string_agg(t::text, ';' order by t::text)) from " + table + " t")).toList();
    }
}
