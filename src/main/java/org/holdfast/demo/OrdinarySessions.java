package org.holdfast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Supervision as it goes when nothing else is told: monthly, two or three cases, a few actions, agreed in a week. */
final class OrdinarySessions {
    private static final int MONTH = 30;
    /** Sessions younger than this are left to be told as stories or to lie ahead. */
    private static final int SETTLED = 12;

    private record Open(UUID action, String what, FictionalPerson owner, LocalDate since) {}

    private final Fiction fiction;

    OrdinarySessions(Fiction fiction) {
        this.fiction = fiction;
    }

    /** One-to-one sessions of that person with whoever was the line supervisor on the day, since then, and the next one. */
    void monthly(FictionalPerson supervisee, LocalDate since) {
        every(MONTH, supervisee, since, fiction.ago(SETTLED));
        next(supervisee, MONTH);
    }

    /** Sessions every so many days in a stretch of time; what comes after is told elsewhere. */
    void every(int days, FictionalPerson supervisee, LocalDate since, LocalDate until) {
        Chance chance = fiction.chanceOf("sessions of " + supervisee.subject());
        LocalDate first = supervisee.started().isAfter(since) ? supervisee.started() : since;
        List<Open> open = new ArrayList<>();
        for (LocalDate day = first.plusDays(chance.between(3, days)); day.isBefore(until); day = day.plusDays(days)) {
            LocalDate workday = Fiction.workdayUntil(day);
            FictionalPerson supervisor = supervisee.supervisorOn(workday);
            if (supervisor != null && supervisor.works(workday) && supervisee.works(workday)) {
                session(supervisor, supervisee, workday, open, chance);
            }
        }
        open.subList(0, Math.max(0, open.size() - 1)).forEach(this::done);
    }

    /** The next one-to-one, planned within the interval. */
    FictionalSession next(FictionalPerson supervisee, int within) {
        Chance chance = fiction.chanceOf("next session of " + supervisee.subject());
        LocalDate day = fiction.workdayAhead(chance.between(3, Math.max(4, within - SETTLED)));
        return new FictionalSession(fiction, supervisee.supervisor(), supervisee, "one-to-one", day);
    }

    private void session(FictionalPerson supervisor, FictionalPerson supervisee, LocalDate day, List<Open> open, Chance chance) {
        FictionalSession session = new FictionalSession(fiction, supervisor, supervisee, "one-to-one", day);
        if (chance.percent(7)) {
            session.cancelled(chance.percent(50) ? supervisor : supervisee, chance.weighted("crisis", 3, "sickness", 3, "leave", 2, "other", 1),
                day.minusDays(1));
            return;
        }
        if (chance.percent(12)) {
            session.moved(Fiction.workdayUntil(day.plusDays(3)), chance.percent(50) ? supervisor : supervisee,
                chance.weighted("manager unavailable", 3, "practitioner unavailable", 3, "crisis", 1), day.minusDays(2));
        }
        take(session, supervisor, supervisee, open, chance);
    }

    private void take(FictionalSession session, FictionalPerson supervisor, FictionalPerson supervisee, List<Open> open, Chance chance) {
        LocalDate day = session.day();
        session.held();
        functions(session, chance);
        discuss(session, supervisor, supervisee, chance);
        settleActions(session, open, chance);
        addActions(session, supervisor, supervisee, open, chance);
        session.drafted().shared(after(day, 1)).agreed(after(day, chance.between(2, 6)), null);
    }

    private static void functions(FictionalSession session, Chance chance) {
        session.covers("accountability", chance.oneOf(OrdinaryWords.ACCOUNTABILITY));
        if (chance.percent(60)) {
            session.covers("development", chance.oneOf(OrdinaryWords.DEVELOPMENT));
        }
        if (chance.percent(80)) {
            session.covers("support", chance.oneOf(OrdinaryWords.SUPPORT));
        } else {
            session.supportNotCovered("A child's meeting was brought forward and took the second half. First thing next time.");
        }
        if (chance.percent(35)) {
            session.covers("mediation", chance.oneOf(OrdinaryWords.MEDIATION));
        }
    }

    private void discuss(FictionalSession session, FictionalPerson supervisor, FictionalPerson supervisee, Chance chance) {
        supervisee.casesOn(session.day()).stream().sorted(Comparator.comparing(FictionalCase::lastTalkedAbout)).limit(chance.between(3, 5))
            .forEach(work -> discussion(session, work, supervisor, supervisee, chance));
    }

    private void discussion(FictionalSession session, FictionalCase work, FictionalPerson supervisor, FictionalPerson supervisee, Chance chance) {
        FictionalDiscussion said = session.discusses(work, chance.oneOf(OrdinaryWords.REASONS))
            .heard(chance.oneOf(OrdinaryWords.HEARD));
        String change = chance.weighted("better", 30, "same", 35, "worse", 12, "mixed", 23);
        said.changed(change, chance.oneOf(OrdinaryWords.CHANGES.get(change)));
        if (chance.percent(60)) {
            said.thinks(chance.oneOf(OrdinaryWords.HYPOTHESES), chance.oneOf(OrdinaryWords.OTHERS));
        }
        if (chance.percent(45)) {
            said.knows(chance.oneOf(OrdinaryWords.KNOW), chance.oneOf(OrdinaryWords.INFER), chance.oneOf(OrdinaryWords.DO_NOT_KNOW));
        }
        if (chance.percent(70)) {
            said.practitionerSees(work.shortTerm(), work.longerTerm())
                .supervisorSees(chance.percent(75) ? work.shortTerm() : "not yet clear", work.longerTerm());
        }
        said.purposes(chance.oneOf(List.of("avoid drift", "keep the focus on the child", "stay objective")));
        LocalDate day = session.day();
        said.decides(chance.oneOf(OrdinaryWords.DECISIONS), chance.oneOf(OrdinaryWords.WHYS), chance.percent(80) ? supervisee : supervisor,
            chance.percent(30) ? after(day, chance.between(14, 30)) : null, false,
            day.isBefore(fiction.ago(30)) || chance.percent(70) ? after(day, 1) : null);
        said.againBy(day.plusDays(42));
    }

    /** What was open when the telling stopped got done afterwards, but for the last of it. */
    private void done(Open action) {
        LocalDate ended = Fiction.workdayUntil(earlier(action.since.plusDays(20), fiction.ago(1)));
        end(action, "done", ended);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void end(Open action, String how, LocalDate on) {
        fiction.add(Table.ACTION_END, action.action, how, on, action.owner.id(), Fiction.afternoonOf(on));
    }

    private void settleActions(FictionalSession session, List<Open> open, Chance chance) {
        for (Open action : List.copyOf(open)) {
            if (chance.percent(72)) {
                end(action, chance.percent(90) ? "done" : "no longer needed", between(action.since, session.day(), chance));
                open.remove(action);
            } else {
                session.carries(action.action);
            }
        }
    }

    private static LocalDate between(LocalDate from, LocalDate until, Chance chance) {
        return from.plusDays(chance.between(0, (int) (until.toEpochDay() - from.toEpochDay())));
    }

    private void addActions(FictionalSession session, FictionalPerson supervisor, FictionalPerson supervisee, List<Open> open, Chance chance) {
        for (int left = chance.between(1, 3); left > 0; left--) {
            FictionalPerson owner = chance.percent(65) ? supervisee : supervisor;
            LocalDate due = after(session.day(), chance.between(7, 28));
            String what = notOpen(open, chance);
            open.add(new Open(session.action(what, owner, due, chance.percent(15)), what, owner, session.day()));
        }
    }

    /** Nobody promises the same thing twice while it is open. */
    private static String notOpen(List<Open> open, Chance chance) {
        return chance.oneOf(OrdinaryWords.ACTIONS.stream().filter(what -> open.stream().noneMatch(action -> action.what.equals(what))).toList());
    }

    /** That many days later, on a weekday. */
    static LocalDate after(LocalDate day, int days) {
        LocalDate later = day.plusDays(days);
        return later.getDayOfWeek() == DayOfWeek.SATURDAY ? later.plusDays(2)
            : later.getDayOfWeek() == DayOfWeek.SUNDAY ? later.plusDays(1) : later;
    }
}
