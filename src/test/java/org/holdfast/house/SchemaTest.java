package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.holdfast.database.Migrations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The schema is what somebody last agreed to. A migration that changes it shows the change in {@code
 * golden-schema.txt}, the same on every PostgreSQL: run this test with {@code -Dgolden.update=true} and read the difference before committing it.
 */
@Tag("postgres15")
class SchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden-schema.txt");

    @RegisterExtension static final TestDatabase migrated = TestDatabase.migrated();
    @RegisterExtension static final TestDatabase empty = TestDatabase.empty();

    @Test
    void isTheGoldenOne() throws IOException {
        String schema = Schema.of(migrated);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, schema);
        }
        assertEquals(Files.readString(GOLDEN), schema);
    }

    @Test
    void comesFromNothing() {
        new Migrations(empty.address(), TestPostgres.SECRETS).run();

        assertEquals(Schema.of(migrated), Schema.of(empty));
    }

    @Test
    void isNotTouchedByASecondRun() {
        new Migrations(migrated.address(), TestPostgres.SECRETS).run();

        assertTrue(migrated.asOwner().one(Boolean.class, "select bool_and(success) from flyway_schema_history"));
    }

    /** A partial index counts: the rows it leaves out are those nobody looks for. */
    @Test
    void everyReferenceHasAnIndex() {
        assertEquals("", String.join("\n", migrated.asOwner().column(String.class, """
            select conrelid::regclass || ': ' || pg_get_constraintdef(c.oid)
            from pg_constraint c
            where c.contype = 'f' and not exists (
                select from pg_index i
                where i.indrelid = c.conrelid
                  and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)
            order by 1""")));
    }

    @Test
    void everyViewAsksAsTheOneWhoLooks() {
        assertEquals("", String.join("\n", migrated.asOwner().column(String.class, """
            select relname from pg_class
            where relkind = 'v' and relnamespace = 'public'::regnamespace
              and not coalesce(reloptions @> array['security_invoker=true'], false)
            order by 1""")));
    }

    @Test
    void nothingThatRunsAsItsOwnerTrustsTheCallersSearchPath() {
        assertEquals("", String.join("\n", migrated.asOwner().column(String.class, """
            select proname from pg_proc
            where prosecdef and pronamespace = 'public'::regnamespace
              and not exists (select from unnest(proconfig) setting where setting like 'search_path=%')
            order by 1""")));
    }
}
