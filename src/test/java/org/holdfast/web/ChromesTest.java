package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChromesTest {
    private final Chromes chromes = new Chromes(new Today(Clock.systemUTC(), LocalDate.of(2026, 11, 21)), Clock.systemUTC(), "none");

    private static Viewer with(Role... roles) {
        return new Viewer(Viewer.Kind.PERSON, new UUID(0, 1), "Amina Khalil", Set.of(roles), Set.of(), null, null);
    }

    private static List<String> labels(Chrome chrome) {
        return chrome.ways().stream().map(Link::label).toList();
    }

    private static List<String> current(Chrome chrome) {
        return chrome.ways().stream().filter(Link::current).map(Link::label).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PRACTITIONER, Home Caseload Sessions", "TEAM_MANAGER, Home Caseload Sessions People",
        "SERVICE_CENTRE_MANAGER, Home Caseload Sessions People", "ADMINISTRATOR, Home People Import Security", "REGIONAL_LEAD, Home"})
    void eachRoleFindsItsRooms(Role role, String expected) {
        assertEquals(List.of(expected.split(" ")), labels(chromes.of(with(role), "/")));
    }

    @Test
    void whoHoldsNoRoleStillHasAHome() {
        assertEquals(List.of("Home"), labels(chromes.of(with(), "/")));
        assertEquals(List.of(), labels(chromes.of(Viewer.NOBODY, "/sign-in")));
    }

    @Test
    void theRoomOneIsInIsMarked() {
        Viewer manager = with(Role.TEAM_MANAGER);
        assertEquals(List.of("Home"), current(chromes.of(manager, "/")));
        assertEquals(List.of("Caseload"), current(chromes.of(manager, "/caseload/people/1")));
        assertEquals(List.of(), current(chromes.of(manager, "/caseloads")));
    }

    @Test
    void theDayIsTheServicesOwn() {
        assertEquals("Saturday 21 November 2026", chromes.of(with(), "/").today());
    }

    @Test
    void onlyTheDemonstrationSaysSo() {
        assertFalse(chromes.of(with(), "/").demonstration());
        assertTrue(new Chromes(new Today(Clock.systemUTC(), null), Clock.systemUTC(), "small").of(with(), "/").demonstration());
    }

    @Test
    void whatWasDoneIsSaidInFixedSentencesOnly() {
        Said said = new Said(Map.of("contact-logged", "The contact is logged."));
        assertEquals(URI.create("/caseload?team=1&said=contact-logged"), said.at("/caseload?team=1", "contact-logged"));
        assertEquals("The contact is logged.", chromes.of(with(), "/").saying(said.sentence("contact-logged")).said());
        assertNull(said.sentence("<b>forged</b>"));
        assertNull(said.sentence(null));
        assertThrows(IllegalArgumentException.class, () -> said.at("/caseload", "typo"));
    }

    @Test
    void pagesOfAListKnowTheirNeighbours() {
        assertEquals(new Paging("Page 1 of 4", null, "/caseload?page=2"), Paging.of(1, 61, 20, "/caseload"));
        assertEquals(new Paging("Page 4 of 4", "/caseload?team=1&page=3", null), Paging.of(4, 61, 20, "/caseload?team=1"));
        assertFalse(Paging.of(1, 0, 20, "/caseload").isNeeded());
    }
}
