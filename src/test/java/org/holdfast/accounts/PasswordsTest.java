package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.web.Errors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords(new CommonPasswords());

    @ParameterizedTest
    @ValueSource(strings = {"1q2w3e4r5t6y", "UnBelievable", "ｑｗｅｒｔｙｑｗｅｒｔｙ", "123456789987654321", "administrator"})
    void whatManyPeopleUseIsRefused(String typed) {
        assertTrue(refusal(typed).contains("many people use this one"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "🐚🐚🐚🐚🐚🐚🐚🐚🐚🐚🐚"})
    void fewerThanTwelveCharactersAreRefused(String typed) {
        assertTrue(refusal(typed).contains("at least 12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kelp holds to rock", "aaaaaaaaaaab", "tide pool 🐚 12", "            x", "ÆØÅ æøå ÆØÅ æ"})
    void everythingElseIsTakenWithoutRulesOfComposition(String typed) {
        assertEquals("", refusal(typed));
    }

    @Test
    void neitherAVeryLongOneNorTheUserNameIsTaken() {
        assertTrue(refusal("x".repeat(201)).contains("at most 200"));
        assertEquals("", refusal("x".repeat(200)));
        assertTrue(refusal("Ada@Example.org").contains("not your user name"));
    }

    @Test
    void theSamePasswordIsNeverStoredTheSameWay() {
        assertNotEquals(passwords.hash("kelp holds to rock"), passwords.hash("kelp holds to rock"));
        assertTrue(passwords.hash("kelp holds to rock").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void aLetterWrittenInTwoWaysIsOneLetter() {
        assertTrue(passwords.matches("cafe\u0301 by the sea", passwords.hash("caf\u00e9 by the sea")));
        assertFalse(passwords.matches("cafe by the sea", passwords.hash("caf\u00e9 by the sea")));
    }

    private String refusal(String typed) {
        Errors errors = Errors.none();
        passwords.check(errors, typed, "ada@example.org");
        return errors.isEmpty() ? "" : errors.entries().getFirst().sentence();
    }
}
