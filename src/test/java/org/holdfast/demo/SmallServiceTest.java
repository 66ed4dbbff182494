package org.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.holdfast.database.Login;
import org.holdfast.house.TestDatabase;
import org.holdfast.time.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SmallServiceTest {
    @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

    @Test
    void loads() throws Exception {
        long t = System.nanoTime();
        try (Connection c = database.connect(Login.OWNER)) {
            assertInstanceOf(Loading.Loaded.class, new Loading(c, ZonedDateTime.of(2026, 11, 21, 10, 30, 0, 0, Today.LONDON)).load(Size.SMALL));
        }
        System.out.println("TOOK " + (System.nanoTime() - t) / 1000000);
        for (Table table : Table.values()) {
            if (table != Table.RECORD_VERSION_TO_COME) {
            String name = table.copyStatement().split(" ")[1];
            System.out.println(name + " " + database.asOwner().one(Long.class, "select count(*) from " + name));
            }
        }
        System.out.println(database.asOwner().rows("select state, count(*) from contact_gap('2026-11-21') group by 1"));
        System.out.println(database.asOwner().rows("select state, facts->>'state' s, count(*), min(raised_on), max(raised_on) from prompt group by 1, 2"));
        System.out.println(database.asOwner().rows("select t.name, p.state, p.facts->>'state' s, count(*) from prompt p join child_case c on c.id = p.case_id join team t on t.id = c.team_id where p.state <> 'cleared' group by 1, 2, 3 order by 1,2,3").toString().replace("}, ", "\n"));
    }
}
