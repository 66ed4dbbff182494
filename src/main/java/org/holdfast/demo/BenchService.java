package org.holdfast.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A service of fifteen centres for the bench: sixty teams of ten, six hundred practitioners with ten thousand open cases
 * and about four hundred thousand contacts, half a year of supervision. No stories; the same ordinary work, more of it.
 */
final class BenchService {
    private static final long SEED = 20_260_218L;
    private static final int TEAMS = 4;
    private static final int PEOPLE = 10;
    private static final int HISTORY = 540;
    private static final int SESSIONS = 180;

    private final Fiction fiction;
    private final Chance names;
    private final List<FictionalPerson> practitioners = new ArrayList<>();
    private FictionalPerson lead;
    private int cards;

    private BenchService(LocalDate today) {
        fiction = new Fiction(today, SEED);
        names = fiction.chanceOf("names");
    }

    static void on(LocalDate today, Size.Telling telling) {
        BenchService service = new BenchService(today);
        service.people();
        telling.tell(service.fiction);
        service.work(telling);
    }

    private void people() {
        lead = new FictionalPerson(fiction, null, null, "Catherine Amoah", "Regional lead", fiction.ago(2400));
        lead.holds("regional lead", null, null, lead);
        Names.CENTRES.forEach(this::centre);
        card(practitioners.getFirst().centre().manager(), "A service centre manager.");
    }

    private void card(FictionalPerson person, String whatToSee) {
        cards++;
        fiction.add(Table.DEMONSTRATION_PERSON, person.id(), cards, whatToSee);
    }

    private void centre(String name) {
        FictionalCentre centre = fiction.centre(name, fiction.ago(3000), null);
        centre.managedBy(centre.person(Names.someone(names), "Service centre manager", started()), lead);
        for (String teamName : Names.TEAMS.subList(0, TEAMS)) {
            team(centre.team(teamName, null));
        }
    }

    private void team(FictionalTeam team) {
        card(team.managedBy(Names.someone(names), started()), "A team manager of ten.");
        for (int i = 0; i < PEOPLE; i++) {
            practitioners.add(team.practitioner(Names.someone(names), "Young person's worker", started()));
        }
        card(practitioners.getLast(), "A practitioner of ten.");
    }

    private LocalDate started() {
        return fiction.ago(names.between(HISTORY, 2500));
    }

    /** Seventeen cases for two of three and sixteen for the third make ten thousand. */
    private void work(Size.Telling telling) {
        OrdinaryCases cases = new OrdinaryCases(fiction);
        OrdinarySessions sessions = new OrdinarySessions(fiction);
        for (int i = 0; i < practitioners.size(); i++) {
            FictionalPerson person = practitioners.get(i);
            cases.caseload(person, i % 3 == 0 ? 16 : 17, fiction.ago(HISTORY));
            sessions.monthly(person, fiction.ago(SESSIONS));
            person.forgetCases();
            if (i % 50 == 49) {
                telling.tell(fiction);
            }
        }
        telling.tell(fiction);
    }
}
