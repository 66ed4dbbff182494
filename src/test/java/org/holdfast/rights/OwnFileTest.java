package org.holdfast.rights;

import static org.holdfast.rights.RightsCast.ADA;
import static org.holdfast.rights.RightsCast.AMINA;
import static org.holdfast.rights.RightsCast.BEN;
import static org.holdfast.rights.RightsCast.NOOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.holdfast.house.Page;
import org.holdfast.house.TestService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person's own file holds everything about them and nothing about others, and is kept nowhere. */
class OwnFileTest {
    /**
     * References to people and sessions that the file leaves out, each with the reason. What somebody did to the records of
     * others stands in the trail, as an act of theirs.
     */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
        Map.entry("absence.recorded_by", "about the person who was away"),
        Map.entry("action_end.ended_by", "an act about the action"),
        Map.entry("agenda_item.removed_by", "an act about the agenda"),
        Map.entry("case_closure.recorded_by", "about a child"),
        Map.entry("case_history.recorded_by", "about a child"),
        Map.entry("case_standing.worker_id", "worked out from assignments"),
        Map.entry("contact.person_id", "about a child"),
        Map.entry("contact.recorded_by", "about a child"),
        Map.entry("contact_gap_setting.set_by", "a setting"),
        Map.entry("contact_plan.proposed_by", "about a child"),
        Map.entry("contact_plan_agreement.agreed_by", "about a child"),
        Map.entry("contact_strike.struck_by", "about a child"),
        Map.entry("demonstration_person.person_id", "fiction"),
        Map.entry("field_conflict_choice.chosen_by", "an act about the conflict"),
        Map.entry("gap_decision.decided_by", "about a child"),
        Map.entry("gap_decision.session_id", "about a child; the record says it too"),
        Map.entry("link.made_by", "about the person it was made for"),
        Map.entry("mail.asked_by", "about the person it goes to"),
        Map.entry("mail_address.set_by", "about the person whose it is"),
        Map.entry("owner_key.person_id", "a key"),
        Map.entry("owner_key.session_id", "a key"),
        Map.entry("private_preparation.person_id", "opened by the service, and in the file in words"),
        Map.entry("private_preparation.session_id", "opened by the service, and in the file in words"),
        Map.entry("prompt_step.by_id", "about a child"),
        Map.entry("record_version.made_by", "about the session"),
        Map.entry("report_request.requested_by", "an act about the session"),
        Map.entry("restricted_text.saved_by", "opened by the service, and in the file in words"),
        Map.entry("restricted_text.session_id", "opened by the service, and in the file in words"),
        Map.entry("risk_judgement.judged_by", "about a child"),
        Map.entry("role_held.confirmed_by", "about the person who holds it"),
        Map.entry("role_held.proposed_by", "about the person who holds it"),
        Map.entry("saved_once.saved_by", "the same words as in the draft"),
        Map.entry("saved_once.session_id", "the same words as in the draft"),
        Map.entry("session.created_by", "about the two in it"),
        Map.entry("session_date.set_by", "about the two in the session"),
        Map.entry("session_third_person.named_by", "about the session"),
        Map.entry("shared_preparation.session_id", "each of the two has their own"),
        Map.entry("supervision_line.confirmed_by", "about the two of it"),
        Map.entry("supervision_line.proposed_by", "about the two of it"),
        Map.entry("winding_down.recorded_by", "about a child"));

    @RegisterExtension final TestService service = TestService.started();

    private RightsCast cast;

    @BeforeEach
    void everybodyIsInPlace() {
        cast = new RightsCast(service);
    }

    @Test
    void everyReferenceToAPersonOrASessionIsInTheFileOrLeftOutForAReason() {
        List<Map<String, Object>> references = service.asOwner().rows("""
            select t.relname::text as table_name, a.attname::text as column_name
            from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid in ('person'::regclass, 'session'::regclass, 'session_record'::regclass)""");
        List<Map<String, Object>> sources = service.asOwner().rows("select table_name, condition from own_file_source()");

        List<String> forgotten = new ArrayList<>();
        for (Map<String, Object> reference : references) {
            String name = reference.get("table_name") + "." + reference.get("column_name");
            boolean held = sources.stream().anyMatch(source -> source.get("table_name").equals(reference.get("table_name"))
                && source.get("condition").toString().contains(reference.get("column_name").toString()));
            if (!held && !LEFT_OUT.containsKey(name)) {
                forgotten.add(name);
            }
        }
        assertEquals(List.of(), forgotten.stream().sorted().toList());
    }

    @Test
    void theFileHoldsADraftThatNobodyHasSharedYet() throws IOException {
        drafted(AMINA, BEN, "She asked for\na slower start");

        Document file = html(take(AMINA));

        assertTrue(file.text().contains("She asked for a slower start"), file.text());
        assertTrue(file.text().contains("The own file of Amina Khan"));
        assertTrue(file.text().contains("Ben Okafor"));
        assertTrue(json(take(AMINA)).contains("She asked for\\na slower start"));
    }

    @Test
    void theFileHoldsWhatIsSealedAndNobodyElsesDoes() throws IOException {
        UUID session = cast.planned(AMINA, BEN);
        assertEquals(303, cast.as(AMINA).post("/sessions/" + session + "/private-preparation", "words", "The stairwell stays with me", "base", "0").status());

        assertTrue(html(take(AMINA)).text().contains("The stairwell stays with me"));
        assertTrue(json(take(AMINA)).contains("The stairwell stays with me"));
        for (UUID other : List.of(BEN, NOOR, ADA)) {
            assertFalse(html(take(other)).text().contains("stairwell"), other.toString());
        }
    }

    @Test
    void theFileOfAnotherHoldsNothingOfIt() throws IOException {
        drafted(AMINA, BEN, "She asked for a slower start");

        for (UUID other : List.of(BEN, NOOR, ADA)) {
            assertFalse(html(take(other)).text().contains("slower start"), other.toString());
        }
        assertEquals(0L, service.asApp(NOOR).one(Long.class, "select count(*) from own_file() where entry like '%slower%'"));
    }

    @Test
    void theFileHoldsNoSecretOfAnAccount() throws IOException {
        String file = json(take(AMINA));

        assertTrue(file.contains("\"Amina.Khan\""));
        assertFalse(file.contains("hash"));
    }

    @Test
    void theFileSaysWhoLookedAndTakingItIsNoted() throws IOException {
        cast.as(BEN).get("/people/" + AMINA + "/caseload");

        assertTrue(html(take(AMINA)).text().contains("line supervisor, team manager"));

        assertEquals(1L, service.asOwner().one(Long.class, "select count(*) from act where what = 'own file taken' and by_id = ? and concerns_id = ?", AMINA, AMINA));
    }

    @Test
    void whatSomebodyWroteIsNoMarkup() throws IOException {
        drafted(AMINA, BEN, "<script>alert(1)</script>");
        assertTrue(html(take(AMINA)).select("script").isEmpty());
    }

    @Test
    void theFileIsAskedForAgainLaterOnly() {
        service.clock().advance(Duration.ofMinutes(20));
        assertTrue(cast.as(AMINA).get("/own-file").location().startsWith("/confirmation"));
        assertEquals(401, cast.as(AMINA).post("/own-file/copies").status());
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from act where what = 'own file taken'"));
    }

    @Test
    void whoHasNotSignedInGetsNoFile() {
        assertTrue(service.browser().get("/own-file").location().startsWith("/sign-in"));
        assertEquals(401, service.browser().post("/own-file/copies").status());
    }

    private void drafted(UUID supervisee, UUID supervisor, String words) {
        UUID session = cast.planned(supervisee, supervisor);
        service.asOwner().run("insert into session_record (session_id, itself) values (?, ?)", session, words);
    }

    private Map<String, String> take(UUID person) throws IOException {
        Page page = cast.as(person).get("/own-file");
        assertEquals(200, page.status());
        Page answer = cast.as(person).submit(page, "main form");
        assertEquals(200, answer.status());
        assertEquals("application/zip", answer.header("Content-Type"));
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static Document html(Map<String, String> file) {
        return Jsoup.parse(file.get("own-file.html"));
    }

    private static String json(Map<String, String> file) {
        return file.get("own-file.json");
    }
}
