package org.holdfast.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {
    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void aConnectionThatFailsPasses(String state) {
        assertTrue(DatabaseAway.isBehind(new IllegalStateException(new SQLException("gone", state))));
    }

    @Test
    void aConnectionThePoolHasGivenUpPasses() {
        assertTrue(DatabaseAway.isBehind(new IllegalStateException(new SQLException("Connection is closed"))));
    }

    @Test
    void anEmptyPoolPasses() {
        assertTrue(DatabaseAway.isBehind(new SQLTransientConnectionException("timed out")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "40001"})
    void aRefusedStatementIsOurMistake(String state) {
        assertFalse(DatabaseAway.isBehind(new IllegalStateException(new SQLException("refused", state))));
        assertFalse(DatabaseAway.isBehind(new IllegalStateException("no cause")));
    }
}
