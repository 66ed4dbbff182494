package org.holdfast.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.holdfast.sealing.SessionsForSealing.AMINA;
import static org.holdfast.sealing.SessionsForSealing.BEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.database.CannotStart;
import org.holdfast.database.Login;
import org.holdfast.database.SecretsForTests;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items under their owners' keys, and those under the installation's. */
class SealingTest {
    private static final byte[] TEXT = "She says the mornings are the worst part".getBytes(UTF_8);
    private static final Place PLACE = new Place("stored_report", "1");

    @RegisterExtension static final TestService service = TestService.started();

    @BeforeAll
    static void thePeople() {
        SessionsForSealing.people(service.asOwner());
    }

    private final Sealing sealing = service.bean(Sealing.class, "jobs");

    @Test
    void anOwnerGetsOneKeyHoweverOftenSomethingIsSealed() {
        UUID session = session();

        Sealed first = sealing.seal(documents(session), PLACE, TEXT);
        Sealed second = sealing.seal(documents(session), PLACE, TEXT);

        assertArrayEquals(TEXT, sealing.open(documents(session), PLACE, first));
        assertArrayEquals(TEXT, sealing.open(documents(session), PLACE, second));
        assertEquals(1L, keys(session));
    }

    @Test
    void anItemOpensOnlyInItsTableInItsRowAndForItsOwner() {
        UUID session = session();
        UUID other = session();
        Sealed sealed = sealing.seal(documents(session), PLACE, TEXT);
        sealing.seal(documents(other), PLACE, TEXT);

        assertThrows(SealBroken.class, () -> sealing.open(documents(session), new Place("stored_report", "2"), sealed));
        assertThrows(SealBroken.class, () -> sealing.open(documents(session), new Place("another_table", "1"), sealed));
        assertThrows(SealBroken.class, () -> sealing.open(documents(other), PLACE, sealed));
    }

    @Test
    void oneThatDoesNotOpenKeepsNoOtherClosed() {
        UUID session = session();
        Sealed sealed = sealing.seal(documents(session), PLACE, TEXT);
        SealedItem whole = new SealedItem(documents(session), PLACE, sealed);
        SealedItem moved = new SealedItem(documents(session), new Place("stored_report", "2"), sealed);

        assertEquals(List.of(Optional.empty(), Optional.of(new String(TEXT, UTF_8))), sealing.open(List.of(moved, whole)));
    }

    @Test
    void withoutItsOwnersKeyNothingOpens() {
        UUID session = session();
        Sealed sealed = sealing.seal(documents(session), PLACE, TEXT);
        service.asOwner().run("delete from owner_key where session_id = ?", session);

        assertThrows(SealBroken.class, () -> sealing.open(documents(session), PLACE, sealed));
        sealing.seal(documents(session), PLACE, TEXT);
        assertThrows(SealBroken.class, () -> sealing.open(documents(session), PLACE, sealed));
    }

    @Test
    void anOwnersKeyPutInAnothersPlaceDoesNotOpen() {
        UUID session = session();
        UUID other = session();
        Sealed sealed = sealing.seal(documents(session), PLACE, TEXT);
        sealing.seal(documents(other), PLACE, TEXT);
        service.asOwner().run("""
            update owner_key k set wrapped_key = o.wrapped_key from owner_key o
            where k.session_id = ? and o.session_id = ?""", other, session);

        assertThrows(SealBroken.class, () -> sealing.open(documents(other), PLACE, sealed));
    }

    @Test
    void aKeyIsThereForWhoeverReadsWhatItClosesAndForNobodyElse() {
        UUID session = session();
        UUID outsider = UUID.randomUUID();
        String make = """
            insert into owner_key (id, kind, person_id, session_id, wrapped_by, wrapped_key, made_at)
            select gen_random_uuid(), ?, ?, ?, key_encryption_key_in_use('0123456789abcdef'), decode(repeat('00', 60), 'hex'), now()""";
        service.asApp(AMINA).run(make, "session", null, session);
        service.asApp(AMINA).run(make, "person", AMINA, null);

        assertEquals(1L, visible(BEN, "session_id", session));
        assertEquals(0L, visible(outsider, "session_id", session));
        assertEquals(1L, visible(AMINA, "person_id", AMINA));
        assertEquals(0L, visible(BEN, "person_id", AMINA));
        assertEquals("42501", service.asApp(BEN).refusal(make, "person", AMINA, null));
        assertEquals("42501", service.asApp(outsider).refusal(make, "session", null, session()));
        assertEquals("42501", service.asApp(AMINA).refusal(make, "documents", null, session()));
        assertEquals(0L, service.database().asJobs().one(Long.class, "select count(*) from owner_key where kind <> 'documents'"));
        assertEquals("42501", service.asApp(AMINA).refusal("select * from key_encryption_key"));
        service.asOwner().run("delete from owner_key where kind <> 'documents'");
    }

    @Test
    void aStartWithoutTheKeyThatIsInUseIsRefusedWithASentence() throws SQLException {
        sealing.seal(documents(session()), PLACE, TEXT);
        check();
        service.asOwner().run("insert into key_encryption_key (fingerprint, number, used_since) values ('00000000000000aa', 99, now())");

        CannotStart refused = assertThrows(CannotStart.class, SealingTest::check);

        assertTrue(refused.getMessage().contains("00000000000000aa"), refused.getMessage());
        service.asOwner().run("delete from key_encryption_key where number = 99");
    }

    private static void check() throws SQLException {
        try (Connection connection = service.database().connect(Login.JOBS)) {
            KeysAtHand.check(connection, SecretsForTests.fixed().keyEncryptionKeys());
        }
    }

    private static UUID session() {
        return SessionsForSealing.session(service.asOwner());
    }

    private static Owner documents(UUID session) {
        return Owner.documentsOf(session);
    }

    private static long keys(UUID session) {
        return service.asOwner().one(Long.class, "select count(*) from owner_key where session_id = ?", session);
    }

    private static long visible(UUID viewer, String column, UUID owner) {
        return service.asApp(viewer).one(Long.class, "select count(*) from owner_key where " + column + " = ?", owner);
    }
}
