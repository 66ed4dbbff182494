package org.holdfast.sealing;

import java.util.UUID;
import org.holdfast.house.Sql;

/** Two people and as many sessions between them as a test asks for. */
final class SessionsForSealing {
    static final UUID AMINA = UUID.randomUUID();
    static final UUID BEN = UUID.randomUUID();

    private SessionsForSealing() {}

    static void people(Sql owner) {
        UUID centre = UUID.randomUUID();
        owner.run("insert into centre (id, name) values (?, 'Harbour Centre')", centre);
        owner.run("insert into person (id, name, centre_id) values (?, 'Amina Khan', ?)", AMINA, centre);
        owner.run("insert into person (id, name, centre_id) values (?, 'Ben Okafor', ?)", BEN, centre);
    }

    static UUID session(Sql owner) {
        UUID session = UUID.randomUUID();
        owner.run("""
            insert into session (id, kind, supervisee_id, supervisor_id, created_by, created_at)
            values (?, 'one-to-one', ?, ?, ?, now())""", session, AMINA, BEN, BEN);
        return session;
    }
}
