package org.holdfast.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.holdfast.house.TestDatabase;
import org.holdfast.web.Errors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("postgres15")
class UserNameTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @ParameterizedTest
    @CsvSource({"ADA,ada", "Zoë.O'Neill@Example.org,zoe.o'neill@example.org", "ａｄａ,ada", "Å_1,a_1", "\u212Aim,kim"})
    void namesThatLookAlikeAreOneHereAndInTheDatabase(String typed, String key) {
        assertEquals(key, UserName.key(typed));
        assertEquals(key, database.asOwner().one(String.class, "select user_name_key(?)", typed));
        assertTrue(check(typed + "   ").isEmpty());
    }

    /** Cyrillic а, Greek ο, dotless i, Latin alpha, small capital a, a zero width space, text turned round, an emoji. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0430da", "ad\u03bf", "m\u0131a", "\u0251da", "\u1d00da", "a\u200bda", "a\u202eda", "ada\ud83d\ude00", "a da", "ada\u0000", "ab", ""})
    void lettersThatCanBeTakenForOthersAreRefused(String typed) {
        assertFalse(check(typed).isEmpty());
    }

    private static Errors check(String typed) {
        Errors errors = Errors.none();
        UserName.check(errors, UserName.tidied(typed));
        return errors;
    }
}
