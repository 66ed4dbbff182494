package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator imports by hand, into an installation without a centre. */
class IntakePageTest {
    @RegisterExtension final TestService service = TestService.started();

    private IntakeTestAdministrator ada;

    @BeforeEach
    void adaIsSignedIn() {
        ada = IntakeTestAdministrator.of(service);
    }

    @Test
    void anExtractIsLookedAtAndThenApplied() {
        Page start = ada.browser().get("/intake");
        assertEquals(200, start.status());
        assertTrue(start.document().text().contains("A new centre named Imported service"));

        Page sent = ada.dryRun(Extract.small().row("ssd_cin_visits", "V9,C9,10/11/2026,Y,N,N"), null);
        assertEquals(303, sent.status(), sent.text());
        Page dryRun = ada.browser().get(sent.location());
        assertEquals(200, dryRun.status());
        String text = dryRun.document().text();
        assertTrue(text.contains("2 new, 0 closing and 0 opening again"), text);
        assertTrue(text.contains("This child has no involvement"), text);
        assertTrue(text.contains("Amina Sólyom, North") && text.contains("Carys Vance Amina Sólyom North"), text);
        assertEquals(0L, count("person where external_reference is not null"));

        Page listed = ada.browser().get(sent.location() + "?table=ssd_involvements&verdict=new");
        assertEquals(List.of("I1", "I2", "I3"), listed.texts("section[aria-labelledby=rows] td:nth-child(2)"));

        Page applied = ada.browser().post(sent.location() + "/application");
        assertEquals(303, applied.status(), applied.text());
        assertTrue(ada.browser().get(applied.location()).document().text().contains("The extract is taken in."));
        assertEquals(List.of("Imported service"), service.asOwner().column(String.class, "select name from centre"));
        assertEquals(2L, count("child_case"));
        assertEquals(0L, count("intake_row"));
        assertEquals(303, ada.browser().post(sent.location() + "/application").status());
        assertEquals(2L, count("child_case"));
        assertTrue(ada.browser().get("/intake").document().text().contains("Applied 21 November 2026"));
    }

    @Test
    void applyingComparesOnceMoreWithWhatIsHeldThen() {
        Page first = ada.dryRun(Extract.small(), null);
        Page second = ada.dryRun(Extract.small(), null);
        ada.browser().post(first.location() + "/application");

        ada.browser().post(second.location() + "/application");

        assertEquals(1L, count("centre"));
        assertEquals(2L, count("child_case"));
        assertTrue(ada.browser().get(second.location()).document().text().contains("ssd_involvements 0 0 3 0"));
    }

    @Test
    void aDryRunIsRemovedByHandOrAfterADay() {
        Page one = ada.dryRun(Extract.small(), null);
        assertEquals("/intake?said=removed", ada.browser().post(one.location() + "/removal").location());
        assertEquals(404, ada.browser().get(one.location()).status());

        ada.dryRun(Extract.small(), null);
        service.clock().advance(Duration.ofHours(24).plusMinutes(1));
        assertEquals(1, service.bean(ForgettingDryRuns.class).run());
        assertEquals(0L, count("intake_row"));
    }

    @Test
    void nobodySeesSomebodyElsesDryRun() {
        Page sent = ada.dryRun(Extract.small(), null);
        IntakeTestAdministrator other = IntakeTestAdministrator.of(service);

        assertEquals(404, other.browser().get(sent.location()).status());
        assertEquals(404, other.browser().post(sent.location() + "/application").status());
        assertEquals(404, ada.browser().get("/intake/" + UUID.randomUUID()).status());
        assertEquals(404, ada.browser().get("/intake/nonsense").status());
    }

    @Test
    void whatCannotBeReadIsSaidAtTheField() {
        Page refused = ada.dryRun(Extract.small().with("ssd_missing", "nonsense"), null);

        assertEquals(422, refused.status());
        assertEquals("#files", refused.one(".govuk-error-summary__list a").attr("href"));
        assertTrue(refused.one("#files-error").text().contains("ssd_missing"));
        assertEquals(422, ada.dryRun(Extract.empty(), null).status());
        assertEquals(0L, count("intake"));
    }

    @Test
    void withSeveralCentresOneIsChosenFirst() {
        service.asOwner().run("insert into centre (id, name) values (?, 'Harbour'), (?, 'Quay')", UUID.randomUUID(), UUID.randomUUID());

        Page start = ada.browser().get("/intake");
        assertEquals(List.of("Harbour", "Quay"), start.texts(".hf-links a"));
        assertEquals(0, start.document().select("form#upload").size());
        Page chosen = ada.browser().get(start.document().select(".hf-links a").getFirst().attr("href"));
        assertTrue(chosen.one("form#upload").attr("action").contains("&centre="));
    }

    private long count(String of) {
        return service.asOwner().one(Long.class, "select count(*) from " + of);
    }
}
