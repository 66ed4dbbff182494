package org.holdfast.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.holdfast.database.CannotStart;
import org.holdfast.database.Login;
import org.holdfast.database.SecretsForTests;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new key-encryption key in the place of the old one, while the service runs. */
class RotationTest {
    private static final Place PLACE = new Place("stored_report", "1");
    private static final String OLD = "0a".repeat(32);
    private static final String NEW = "0b".repeat(32);

    private final Path secret = Files.writeString(Files.createTempFile("keys", ""), OLD);

    @RegisterExtension final TestService service = TestService.started().withKeysIn(secret);

    RotationTest() throws IOException {
        secret.toFile().deleteOnExit();
    }

    @BeforeEach
    void thePeople() {
        SessionsForSealing.people(service.asOwner());
    }

    @Test
    void everythingOpensDuringItAndAfterItAndTheOldKeyIsNotNeededAnyMore() throws SQLException, IOException {
        Map<UUID, Sealed> sealed = sealedItems(3);
        write(NEW + " " + OLD);

        assertEquals(3, rotate().wrapped());
        write(NEW);

        assertOpens(sealed);
        sealed.putAll(sealedItems(1));
        assertEquals(List.of(fingerprint(NEW)), inUse());
        service.restart();
        try (Connection connection = service.database().connect(Login.JOBS)) {
            KeysAtHand.check(connection, SecretsForTests.withKeysIn(secret).keyEncryptionKeys());
        }
        assertOpens(sealed);
    }

    @Test
    void aCutOffRotationGoesOnWhereItWas() throws Exception {
        Map<UUID, Sealed> sealed = sealedItems(250);
        write(NEW + " " + OLD);
        UUID last = service.asOwner().one(UUID.class, "select id from owner_key order by id desc limit 1");
        try (Connection holding = service.database().connect(Login.OWNER); ExecutorService apart = Executors.newSingleThreadExecutor()) {
            // the last row is held, so that the rotation stands still after its first two steps
            holding.setAutoCommit(false);
            holding.createStatement().execute("select from owner_key where id = '" + last + "' for update");
            Future<Rotation.Done> rotation = apart.submit(this::rotate);
            awaitWaiting();
            service.asOwner().run("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'""");
            assertThrows(java.util.concurrent.ExecutionException.class, rotation::get);
        }
        assertEquals(50L, left(OLD));
        assertEquals(2, inUse().size());
        assertOpens(sealed);

        assertEquals(50, rotate().wrapped());

        assertEquals(List.of(fingerprint(NEW)), inUse());
        assertEquals(0, rotate().wrapped());
        assertOpens(sealed);
    }

    @Test
    void theServiceSealsAndOpensAllTheWhile() throws Exception {
        Map<UUID, Sealed> sealed = new ConcurrentHashMap<>(sealedItems(150));
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> busy = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                busy.add(writers.submit(() -> {
                    while (!over.get()) {
                        sealed.putAll(sealedItems(1));
                        assertOpens(Map.copyOf(sealed));
                    }
                }));
            }
            for (String keys : List.of(NEW + " " + OLD, OLD + " " + NEW, NEW + " " + OLD)) {
                write(keys);
                rotate();
            }
            over.set(true);
            for (Future<?> one : busy) {
                one.get();
            }
        }
        write(NEW);
        rotate();

        assertEquals(List.of(fingerprint(NEW)), inUse());
        service.restart();
        assertOpens(sealed);
    }

    @Test
    void withoutTheOldKeyItDoesNotBegin() throws IOException {
        sealedItems(1);
        write(NEW);

        CannotStart refused = assertThrows(CannotStart.class, this::rotate);

        assertTrue(refused.getMessage().contains(fingerprint(OLD)), refused.getMessage());
        assertEquals(List.of(fingerprint(OLD)), inUse());
    }

    @Test
    void itSaysWhichOwnersKeySomebodyChanged() throws IOException {
        sealedItems(1);
        service.asOwner().run("update owner_key set wrapped_key = decode(repeat('00', 60), 'hex')");
        write(NEW + " " + OLD);

        CannotStart refused = assertThrows(CannotStart.class, this::rotate);

        assertTrue(refused.getMessage().contains(service.asOwner().one(UUID.class, "select id from owner_key").toString()));
    }

    private Rotation.Done rotate() throws SQLException {
        try (Connection connection = service.database().connect(Login.OWNER)) {
            return new Rotation(connection, new KeyRing(SecretsForTests.withKeysIn(secret).keyEncryptionKeys())).run();
        }
    }

    private Map<UUID, Sealed> sealedItems(int number) {
        Map<UUID, Sealed> sealed = new ConcurrentHashMap<>();
        for (int i = 0; i < number; i++) {
            UUID session = SessionsForSealing.session(service.asOwner());
            sealed.put(session, sealing().seal(Owner.documentsOf(session), PLACE, "Item of " + session));
        }
        return sealed;
    }

    private void assertOpens(Map<UUID, Sealed> sealed) {
        List<UUID> sessions = List.copyOf(sealed.keySet());
        List<SealedItem> items = sessions.stream().map(id -> new SealedItem(Owner.documentsOf(id), PLACE, sealed.get(id))).toList();
        assertEquals(sessions.stream().map(id -> Optional.of("Item of " + id)).toList(), sealing().open(items));
    }

    private Sealing sealing() {
        return service.bean(Sealing.class, "jobs");
    }

    /** Until the rotation waits for a row that somebody else holds. */
    private void awaitWaiting() {
        while (service.asOwner().one(Long.class, """
                select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'""") == 0) {
            Thread.onSpinWait();
        }
    }

    private List<String> inUse() {
        return service.asOwner().column(String.class, "select fingerprint from key_encryption_key order by number desc");
    }

    private long left(String key) {
        return service.asOwner().one(Long.class, "select count(*) from owner_key where wrapped_by = ?", fingerprint(key));
    }

    private static String fingerprint(String key) {
        return KeyRing.fingerprint(HexFormat.of().parseHex(key));
    }

    /** As somebody who keeps secrets does: beside it, and then in its place. */
    private void write(String keys) throws IOException {
        Path aside = Files.writeString(Files.createTempFile("keys", ""), keys);
        Files.move(aside, secret, java.nio.file.StandardCopyOption.ATOMIC_MOVE, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
