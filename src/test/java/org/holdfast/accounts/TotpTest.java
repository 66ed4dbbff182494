package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final Totp TOTP = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final long STEP = 1_111_111_109 / 30;

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertEquals(code, TOTP.code(second / 30));
    }

    @Test
    void aClockMayBeOneHalfMinuteOffEitherWay() {
        assertTrue(TOTP.step(TOTP.code(STEP - 1), NOW, 0).isPresent());
        assertTrue(TOTP.step(TOTP.code(STEP + 1), NOW, 0).isPresent());
        assertFalse(TOTP.step(TOTP.code(STEP - 2), NOW, 0).isPresent());
        assertFalse(TOTP.step(TOTP.code(STEP + 2), NOW, 0).isPresent());
    }

    @Test
    void neitherAUsedCodeNorOneBeforeItFits() {
        assertEquals(STEP, TOTP.step(TOTP.code(STEP), NOW, STEP - 1).orElseThrow());
        assertTrue(TOTP.step(TOTP.code(STEP), NOW, STEP).isEmpty());
        assertTrue(TOTP.step(TOTP.code(STEP - 1), NOW, STEP).isEmpty());
        assertTrue(TOTP.step(TOTP.code(STEP + 1), NOW, STEP).isPresent());
    }

    @Test
    void spacesDoNotMatter() {
        String code = TOTP.code(STEP);
        assertTrue(TOTP.step(" " + code.substring(0, 3) + " " + code.substring(3), NOW, 0).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "81804", "0081804", "-81804", "８１８０４０", "code", "081804; drop table account"})
    void nothingElseFits(String typed) {
        assertTrue(TOTP.step(typed, NOW, 0).isEmpty());
    }

    @Test
    void theSecretIsWrittenForTypingAndForThePicture() {
        assertEquals("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", TOTP.written());
        assertEquals("otpauth://totp/Holdfast%3Aada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Holdfast", TOTP.address("ada@example.org"));
    }
}
