package org.holdfast.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The service of the demonstration: who works there, what can be told about them, and an ordinary year and a half around it. */
final class SmallService {
    private static final long SEED = 20_260_217L;
    private static final int HISTORY = 540;

    private final Fiction fiction;
    private final Cast cast;

    private SmallService(LocalDate today) {
        this.fiction = new Fiction(today, SEED);
        this.cast = new Cast(fiction);
    }

    /** The whole of it, as it stands on that day. */
    static Fiction on(LocalDate today) {
        SmallService service = new SmallService(today);
        new ChildrensStories(service.fiction, service.cast).tell();
        service.ordinaryCases();
        service.absences();
        new SupervisionStories(service.fiction, service.cast).tell();
        service.cards();
        return service.fiction;
    }

    /** How many more cases each holds beside those of the stories: around sixteen in all, fewer for those who are part-time or new. */
    private void ordinaryCases() {
        OrdinaryCases cases = new OrdinaryCases(fiction);
        Map<FictionalPerson, Integer> beside = Map.of(cast.callum, 9, cast.priya, 9, cast.joseph, 11, cast.ngozi, 8, cast.siobhan, 8,
            cast.marcus, 13, cast.keira, 11, cast.leila, 4, cast.sana, 9);
        List<FictionalPerson> none = List.of(cast.bethan, cast.tomasz, cast.grace, cast.danny);
        fiction.people().stream().filter(person -> person.team() != null && person.team().manager() != person && !none.contains(person))
            .filter(person -> !person.hasLeft())
            .forEach(person -> cases.caseload(person, beside.getOrDefault(person, 14), started(person)));
    }

    private LocalDate started(FictionalPerson person) {
        return person.started().isAfter(fiction.ago(HISTORY)) ? person.started() : fiction.ago(HISTORY);
    }

    /** Leave that is over, leave to come, and a training day. */
    private void absences() {
        for (FictionalPerson person : List.of(cast.callum, cast.alice, cast.stephen, cast.peter, cast.tariq, cast.imogen, cast.femi)) {
            int ago = fiction.chanceOf("leave of " + person.name()).between(60, 300);
            person.away("leave", fiction.workdayAgo(ago), fiction.workdayAgo(ago - 11));
        }
        cast.ngozi.away("leave", fiction.workdayAhead(10), fiction.workdayAhead(18));
        cast.aidan.away("training", fiction.workdayAgo(34), fiction.workdayAgo(34));
        cast.molly.away("sickness", fiction.workdayAgo(75), fiction.workdayAgo(66));
    }

    /** The sign-in page's cards, the one to start with first. */
    private void cards() {
        List<Card> cards = List.of(
            new Card(cast.maryam, "Start here. Manages a team of eight: young people not seen for 28 days, a session to prepare, a draft to finish, her own record to answer, a locked record as PDF."),
            new Card(cast.priya, "A senior practitioner with supervision in two days and an agenda both have touched. Holds a case open for 900 days."),
            new Card(cast.callum, "Six months of weekly visits before the door opened, a young person not seen for five weeks, a plan that waits for agreement."),
            new Card(cast.joseph, "A young person missing now, first on his list. His last record is shared and waits for his answer."),
            new Card(cast.bethan, "Nothing but high-risk cases. Six of them in one record, agreed with a comment, locked and printed."),
            new Card(cast.tomasz, "Newly qualified, five weeks in, supervised every week. Four cases, each shared with a colleague."),
            new Card(cast.grace, "Outreach: no named cases, and a full month all the same."),
            new Card(cast.helen, "A manager whose sessions lapsed for two months because of everything else. One of them was moved three times; one of her team is off sick without cover."),
            new Card(cast.owen, "New to this work, supervises a newcomer and holds cases himself. A gap in his own case is not his to decide."),
            new Card(cast.kwame, "Sees his last record differently from his supervisor. Both texts stand, and a third person helps."),
            new Card(cast.jess, "Third worker of a young person whose centre closed. Her manager is on leave and covered until a date everybody knows."),
            new Card(cast.josephine, "Service centre manager of Larkmere: three teams, where supervision is not happening, and her own sessions with the region."),
            new Card(cast.nigel, "Administrator: people, teams and imports. Reaches no case and no record."));
        for (int i = 0; i < cards.size(); i++) {
            fiction.add(Table.DEMONSTRATION_PERSON, cards.get(i).person.id(), i + 1, cards.get(i).whatToSee);
        }
    }

    private record Card(FictionalPerson person, String whatToSee) {}
}
