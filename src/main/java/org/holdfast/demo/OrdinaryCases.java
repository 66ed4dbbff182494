package org.holdfast.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The work that is no story: cases that come, go on for a while and end, in the proportions of the evidence. 53.8% end
 * before intervention, 26.4% start and do not complete, 19.7% complete; assessment takes 12 weeks on average,
 * intervention 6 months, from a few days to two and a half years; contact is planned weekly and happens weekly to
 * monthly, with runs of not attending.
 */
final class OrdinaryCases {
    private static final int LONGEST_INTERVENTION = 912;

    /** How a case goes, in days spent in each part of it; parts it never reaches are zero. */
    private record Course(int engaging, int assessing, int planning, int intervening, boolean completes) {
        int days() {
            return engaging + assessing + planning + intervening;
        }
    }

    private final Fiction fiction;

    OrdinaryCases(Fiction fiction) {
        this.fiction = fiction;
    }

    /** Fills that many places on somebody's caseload, each with one case after another since then and an open one today. */
    void caseload(FictionalPerson worker, int places, LocalDate since) {
        Chance chance = fiction.chanceOf("caseload of " + worker.subject());
        for (int place = 0; place < places; place++) {
            place(worker, since, chance);
        }
    }

    private void place(FictionalPerson worker, LocalDate since, Chance chance) {
        LocalDate opens = Fiction.workdayUntil(since.plusDays(chance.between(0, 60)));
        while (true) {
            Course course = course(chance);
            LocalDate ends = opens.plusDays(course.days());
            FictionalCase work = begin(worker, opens, chance);
            if (ends.isAfter(fiction.ago(3))) {
                goOn(work, course, opens, chance);
                return;
            }
            end(work, course, opens, Fiction.workdayUntil(ends), chance);
            opens = again(ends, fiction.workdayAgo(chance.between(0, 12)), chance);
        }
    }

    /** The place is taken again some days after, and today at the latest. */
    private static LocalDate again(LocalDate ends, LocalDate latest, Chance chance) {
        LocalDate next = Fiction.workdayUntil(ends.plusDays(chance.between(4, 24)));
        return next.isAfter(latest) ? latest : next;
    }

    private static Course course(Chance chance) {
        int engaging = chance.days(21, 0.6, 10, 120);
        int assessing = chance.days(76, 0.45, 14, 240);
        return switch (chance.weighted("before", 538, "unfinished", 264, "completes", 197)) {
            case "before" -> new Course(engaging, chance.between(10, assessing), 0, 0, false);
            case "unfinished" -> new Course(engaging, assessing, chance.between(3, 21), chance.days(80, 0.9, 4, 500), false);
            default -> new Course(engaging, assessing, chance.between(3, 21), chance.days(150, 0.65, 40, LONGEST_INTERVENTION), true);
        };
    }

    private FictionalCase begin(FictionalPerson worker, LocalDate opens, Chance chance) {
        int waits = chance.between(1, 9);
        LocalDate allocated = opens.plusDays(waits).isAfter(fiction.today()) ? opens : opens.plusDays(waits);
        FictionalCase work = worker.opens(opens, allocated);
        String service = chance.weighted("preventative", 171, "risk reduction", 151, "child protection", 35, "recovery", 60);
        work.service(service);
        work.need(need(service, chance), opens);
        work.statutoryPlan(plan(service, chance), opens);
        return work;
    }

    private static String need(String service, Chance chance) {
        return switch (service) {
            case "preventative" -> chance.weighted("vulnerable", 70, "not yet clear", 20, "at risk in the short term", 10);
            case "risk reduction" -> chance.weighted("at risk in the short term", 55, "vulnerable", 15, "being exploited", 15, "not yet clear", 15);
            case "child protection" -> chance.weighted("being exploited", 50, "at risk in the short term", 50);
            default -> chance.weighted("needs help recovering", 85, "not yet clear", 15);
        };
    }

    private static String plan(String service, Chance chance) {
        return service.equals("child protection") ? "child protection"
            : chance.weighted("none", 50, "child in need", 22, "looked after", 14, "exploitation plan", 6, "unknown", 8);
    }

    // ---- a case that has ended

    private void end(FictionalCase work, Course course, LocalDate opened, LocalDate ends, Chance chance) {
        LocalDate from = stages(work, course, opened, ends, chance);
        contacts(work, from, later(from, ends.minusDays(chance.between(1, 14))), chance);
        work.closed(ends, OrdinaryWords.closing(course.completes(), chance), null, null, OrdinaryWords.childsView(chance));
    }

    /** The stages reached until that day; the day the worker began. */
    private LocalDate stages(FictionalCase work, Course course, LocalDate opened, LocalDate until, Chance chance) {
        LocalDate begins = opened.plusDays(2);
        reach(work, "allocated", begins, until);
        reach(work, "engaging", begins.plusDays(chance.between(1, 6)), until);
        LocalDate assessing = opened.plusDays(course.engaging());
        reach(work, "assessing", assessing, until);
        judge(work, assessing.plusDays(10), until, chance);
        if (course.intervening() > 0) {
            reach(work, "planning", assessing.plusDays(course.assessing()), until);
            LocalDate intervening = assessing.plusDays(course.assessing() + course.planning());
            reach(work, "intervention", intervening, until);
            for (LocalDate review = intervening.plusDays(5); review.isBefore(until); review = review.plusDays(chance.between(40, 100))) {
                judge(work, review, until, chance);
            }
            wind(work, course, opened.plusDays(course.days() - 30), until);
        }
        missing(work, begins, until, chance);
        return begins;
    }

    private static void wind(FictionalCase work, Course course, LocalDate from, LocalDate until) {
        if (course.completes() && from.isBefore(until)) {
            work.windsDown(from, from.plusDays(42));
        }
    }

    /** Some were missing for a night or two, and are back. */
    private static void missing(FictionalCase work, LocalDate from, LocalDate until, Chance chance) {
        for (LocalDate night = from.plusDays(chance.between(5, 600)); night.plusDays(4).isBefore(until); night = night.plusDays(chance.between(20, 300))) {
            work.away(chance.weighted("missing", 3, "away", 1), night, night.plusDays(chance.between(0, 2)), chance.percent(60));
        }
    }

    private static void reach(FictionalCase work, String stage, LocalDate on, LocalDate until) {
        if (on.isBefore(until)) {
            work.reaches(stage, on);
        }
    }

    private void judge(FictionalCase work, LocalDate on, LocalDate until, Chance chance) {
        if (on.isBefore(until)) {
            work.risk(chance.weighted("low", 32, "medium", 38, "high", 12, "not yet clear", 18),
                chance.weighted("low", 18, "medium", 46, "high", 22, "not yet clear", 14), on, OrdinaryWords.whyRisk(chance));
        }
    }

    // ---- a case that goes on

    private void goOn(FictionalCase work, Course course, LocalDate opened, Chance chance) {
        LocalDate from = stages(work, course, opened, fiction.today(), chance);
        if (from.isAfter(fiction.ago(6))) {
            return;
        }
        rhythm(work, from, chance);
    }

    /** Steps of a contact plan as often as the demonstration's shape says. */
    private void rhythm(FictionalCase work, LocalDate from, Chance chance) {
        String step = chance.weighted("near daily", 5, "weekly", 45, "fortnightly", 20, "monthly", 15, "six-weekly", 10, "twice a year", 5);
        boolean longKnown = from.isBefore(fiction.ago(100));
        switch (longKnown ? step : "weekly") {
            case "monthly" -> planned(work, "monthly", from, chance.percent(80) ? chance.between(3, 20) : 29, chance);
            case "six-weekly" -> planned(work, "six-weekly", from, chance.percent(60) ? chance.between(6, 20) : chance.between(29, 39), chance);
            case "twice a year" -> planned(work, "twice a year", from, chance.between(30, 85), chance);
            default -> met(work, from, sinceSeen(chance), chance);
        }
    }

    /** Most were seen in the last three weeks; a few wait a little, and now and then a gap has opened. */
    private static int sinceSeen(Chance chance) {
        return chance.percent(96.5) ? chance.days(6, 0.7, 1, 20) : chance.percent(70) ? chance.between(21, 28) : chance.between(29, 36);
    }

    /** Seen more rarely by agreement: the plan covers the gap until it is looked at again. */
    private void planned(FictionalCase work, String step, LocalDate from, int sinceSeen, Chance chance) {
        int age = chance.between(1, 12);
        LocalDate review = fiction.workdayAhead(chance.between(5, 31 - age));
        met(work, from, sinceSeen, chance);
        work.planAgreed(step, fiction.workdayAgo(age), review, OrdinaryWords.whyPlan(step, chance));
    }

    private void met(FictionalCase work, LocalDate from, int sinceSeen, Chance chance) {
        LocalDate last = later(from, fiction.ago(sinceSeen));
        contacts(work, from, last, chance);
        for (LocalDate day = last.plusDays(7); day.isBefore(fiction.today()); day = day.plusDays(7)) {
            notSeen(work, day, chance);
        }
    }

    // ---- contact

    /** Meetings from the day the worker began to the last one, which was on {@code last}. */
    private void contacts(FictionalCase work, LocalDate from, LocalDate last, Chance chance) {
        LocalDate day = from.plusDays(chance.between(1, 5));
        while (day.isBefore(last)) {
            day = dealing(work, day, last, chance);
        }
        meet(work, last, chance);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** One meeting, or a run of not attending; the day of what comes next. */
    private LocalDate dealing(FictionalCase work, LocalDate day, LocalDate last, Chance chance) {
        LocalDate next = day;
        if (chance.percent(14)) {
            for (int left = chance.between(1, 4); left > 0 && next.isBefore(last); left--) {
                notSeen(work, next, chance);
                next = next.plusDays(chance.between(5, 8));
            }
            return next;
        }
        meet(work, day, chance);
        return day.plusDays(chance.days(12, 0.45, 5, 30));
    }

    private static void meet(FictionalCase work, LocalDate day, Chance chance) {
        String mode = chance.weighted("in person", 86, "accompanied appointment", 14);
        work.contact(mode, "child", Fiction.workdayUntil(day).isBefore(work.opened()) ? day : Fiction.workdayUntil(day), chance.oneOf(List.of(15, 30, 45, 60, 60, 75)));
    }

    private static void notSeen(FictionalCase work, LocalDate day, Chance chance) {
        switch (chance.weighted("attempted", 34, "did not attend", 26, "text or message", 22, "phone", 12, "carer", 6)) {
            case "carer" -> work.contact("phone", "carer", day, 20);
            case "did not attend" -> work.didNotAttend(day);
            case "attempted" -> work.attempted(day);
            case "phone" -> work.contact("phone", "child", day, 15);
            default -> work.contact("text or message", "child", day, null);
        }
    }
}
