package org.holdfast.supervision;

import static org.holdfast.supervision.RecordCast.AMINA;
import static org.holdfast.supervision.RecordCast.BEN;
import static org.holdfast.supervision.RecordCast.CARA;
import static org.holdfast.supervision.RecordCast.DORA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestClock;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a supervisee writes for themselves, and looking for it again. */
class PrivatePreparationTest {
    private static final String WORDS = "I have not told anybody that the Lantern case frightens me.";

    @RegisterExtension static final TestService service = TestService.started();

    private static RecordCast cast;

    private UUID session;

    @BeforeAll
    static void theCast() {
        cast = new RecordCast(service);
    }

    @BeforeEach
    void aSession() {
        session = cast.session();
    }

    @AfterEach
    void theClockGoesBack() {
        service.clock().set(TestClock.START);
    }

    @Test
    void onlyTheSuperviseeFindsIt() {
        assertEquals(303, save("0", WORDS).status());

        assertTrue(cast.as(AMINA).get(path()).text().contains(WORDS));
        for (UUID other : List.of(BEN, CARA, DORA)) {
            assertEquals(404, cast.as(other).get(path()).status());
            assertEquals(404, cast.as(other).post(path(), "words", "Mine", "base", "0").status());
            assertEquals(404, cast.as(other).post(path() + "/deletion").status());
            assertEquals(0L, service.asApp(other).one(Long.class, "select count(*) from private_preparation"));
            assertEquals("42501", service.asApp(other).refusal("""
                    insert into private_preparation (session_id, person_id, wrapped_key, sealed, revision, saved_at)
                    values (?, ?, decode(repeat('00', 60), 'hex'), '\\x00', 1, now())""", cast.session(), other));
        }
        assertFalse(cast.as(BEN).get("/sessions/" + session).text().contains("private-preparation"));
        assertTrue(cast.as(AMINA).get("/sessions/" + session).text().contains("private-preparation"));
    }

    @Test
    void thePageSaysWhoSeesItAndWhereItMustGoInstead() {
        Page page = cast.as(AMINA).get(path());

        assertTrue(page.texts(".hf-text .hf-who").getFirst().contains("Only you"));
        assertTrue(page.text().contains("Where it must go instead"));
    }

    @Test
    void aSecondWindowOverwritesNothing() {
        save("0", "First");
        save("1", "Second");

        Page refused = save("1", "Third");

        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("Second") && refused.one("textarea").text().contains("Third"));
        assertEquals("2", refused.one("input[name=base]").val());
        assertEquals(303, save("2", "Second and third").status());
        assertTrue(cast.as(AMINA).get(path()).text().contains("Second and third"));
    }

    @Test
    void sendingItTwiceIsOneSave() {
        save("0", "First");

        assertEquals(303, save("0", "First").status());
        assertEquals(1, service.asOwner().one(Integer.class, "select revision from private_preparation where session_id = ?", session));
    }

    @Test
    void tooLongATextComesBackAsTyped() {
        Page refused = save("0", "x".repeat(20_001));

        assertEquals(422, refused.status());
        assertEquals("#words", refused.one(".govuk-error-summary a").attr("href"));
        assertEquals(20_001, refused.one("textarea").text().length());
    }

    @Test
    void deletingItTakesItsKeyAlongAndThePageSaysWhatBackupsHold() {
        save("0", WORDS);
        assertTrue(cast.as(AMINA).get(path()).text().contains("Backups may hold it until they expire"));

        assertEquals(303, cast.as(AMINA).post(path() + "/deletion").status());

        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from private_preparation where session_id = ?", session));
        assertFalse(cast.as(AMINA).get(path()).text().contains("Lantern"));
    }

    @Test
    void onceTheRecordIsSharedItIsSettled() {
        save("0", WORDS);
        cast.step(session, 4, "shared", 1, BEN);

        Page refused = save("1", "Something else");

        assertEquals(409, refused.status());
        assertTrue(refused.text().contains("Something else"));
        assertTrue(cast.as(AMINA).get(path()).text().contains(WORDS));
    }

    @Test
    void openingItLateAsksWhoItIs() {
        service.clock().advance(Duration.ofMinutes(10));
        cast.as(AMINA).get("/sessions");
        service.clock().advance(Duration.ofMinutes(10));

        assertTrue(cast.as(AMINA).get(path()).location().startsWith("/confirmation"));
        assertTrue(cast.as(AMINA).get("/own-words").location().startsWith("/confirmation"));
    }

    @Test
    void twoPeoplesKeysAreTwo() {
        save("0", WORDS);
        UUID other = cast.session();
        service.asOwner().run("update session set supervisee_id = ?, supervisor_id = ? where id = ?", BEN, DORA, other);
        cast.as(BEN).post("/sessions/" + other + "/private-preparation", "words", WORDS, "base", "0");

        service.asOwner().run("""
                update private_preparation t set sealed = o.sealed, wrapped_key = o.wrapped_key from private_preparation o
                where t.session_id = ? and o.session_id = ?""", other, session);

        assertEquals(500, cast.as(BEN).get("/sessions/" + other + "/private-preparation").status());
        assertNotEquals(0L, service.asOwner().one(Long.class, "select count(*) from owner_key where person_id = ?", BEN));
        service.asOwner().run("delete from private_preparation where session_id = ?", other);
    }

    @Test
    void theSearchFindsOnesOwnWordsAndNobodyElses() {
        save("0", WORDS + " " + session);

        Page found = cast.as(AMINA).post("/own-words", "words", "FRIGHTENS lantern " + session);
        assertEquals(200, found.status());
        assertEquals("/sessions/" + session + "/private-preparation", found.one("main .hf-list a").attr("href"));
        assertEquals("frightens", found.one("mark").text());
        assertTrue(found.one("main .hf-list a").text().contains("with Ben Okafor, 21 November 2026"), found.text());
        Page not = cast.as(AMINA).post("/own-words", "words", "lantern elephants");
        assertTrue(not.text().contains("Found in none of"), not.text());
        for (UUID other : List.of(BEN, CARA, DORA)) {
            assertFalse(cast.as(other).post("/own-words", "words", "lantern").text().contains("frightens"));
        }
    }

    @Test
    void oneTextThatDoesNotOpenKeepsTheOthersSearchable() {
        save("0", WORDS);
        session = cast.session();
        save("0", "The Lantern again");
        service.asOwner().run("update private_preparation set sealed = substring(sealed from 1 for 30) where session_id = ?", session);

        Page found = cast.as(AMINA).post("/own-words", "words", "lantern");

        assertTrue(found.text().contains("1 text of yours did not open"), found.text());
        assertTrue(found.text().contains("frightens"));
        service.asOwner().run("delete from private_preparation where session_id = ?", session);
    }

    @Test
    void aSearchForNothingIsAskedForAWord() {
        Page refused = cast.as(AMINA).post("/own-words", "words", " ");

        assertEquals(422, refused.status());
        assertEquals("#words", refused.one(".govuk-error-summary a").attr("href"));
    }

    @Test
    void whatTheSearchShowsIsInTheLogAsRead() {
        save("0", WORDS);
        long before = readings();

        cast.as(AMINA).post("/own-words", "words", "lantern");

        assertEquals(before + 1, readings());
    }

    private long readings() {
        return service.asOwner().one(Long.class,
                "select count(*) from access_log where what = 'private preparation' and subject_id = ? and viewer_id = ?", session, AMINA);
    }

    private Page save(String base, String words) {
        return cast.as(AMINA).post(path(), "words", words, "base", base);
    }

    private String path() {
        return "/sessions/" + session + "/private-preparation";
    }
}
