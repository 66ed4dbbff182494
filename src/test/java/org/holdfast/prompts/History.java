package org.holdfast.prompts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything dated about one invented case that the 28-day rule can see. */
record History(
        boolean inSecondCentre, List<Opening> openings, List<Assignment> assignments, List<Contact> contacts, List<Value> serviceTypes,
        List<Value> needs, List<Value> stages, List<Value> risks, List<Missing> missing, List<Plan> plans, List<Ending> endings) {

    record Opening(LocalDate opened, LocalDate closed) {}

    record Assignment(String role, LocalDate starts, LocalDate ends) {}

    record Contact(LocalDate on, boolean seen, boolean struck) {}

    /** What it is from a day on; later in the list outdoes earlier. */
    record Value(String is, LocalDate from) {}

    record Missing(String kind, LocalDate starts, LocalDate ends) {}

    record Plan(String step, LocalDate reviewOn, LocalDate agreedOn) {}

    record Ending(LocalDate endsOn, LocalDate recordedOn) {}

    /** What is asked of everybody, of one service type, of one centre, of both; in the order of their numbers below. */
    record Setting(boolean secondCentre, String serviceType, int limit, int notice, LocalDate from) {}

    /** The verdict of the rule for a day. */
    record Verdict(int days, String state, LocalDate lastSeen, LocalDate since) {}

    static final List<Setting> SETTINGS = List.of(
            new Setting(false, null, 28, 21, LocalDate.of(2000, 1, 1)),
            new Setting(false, null, 28, 20, LocalDate.of(2026, 9, 1)),
            new Setting(false, "recovery", 42, 35, LocalDate.of(2000, 1, 1)),
            new Setting(true, null, 20, 14, LocalDate.of(2000, 1, 1)),
            new Setting(true, "recovery", 31, 28, LocalDate.of(2026, 6, 1)));

    /**
     * The rule said a second time, as plainly as it can be read, without the database: day by day, list by list.
     *
     * @return empty where the case is not open on that day
     */
    Optional<Verdict> on(LocalDate day) {
        Opening opening = null;
        for (Opening one : openings) {
            if (!one.opened.isAfter(day) && (one.closed == null || one.closed.isAfter(day))) {
                opening = one;
            }
        }
        return opening == null ? Optional.empty() : Optional.of(verdict(day, opening.opened));
    }

    private Verdict verdict(LocalDate day, LocalDate opened) {
        LocalDate lastSeen = lastSeen(day, opened);
        LocalDate since = lastSeen != null ? lastSeen : firstStart(day, opened);
        int days = 0;
        for (LocalDate d = since; d.isBefore(day); d = d.plusDays(1)) {
            days++;
        }
        Setting setting = setting(day);
        if (days < setting.notice) {
            return new Verdict(days, "within", lastSeen, since);
        }
        if (days <= setting.limit) {
            return new Verdict(days, "notice", lastSeen, since);
        }
        boolean covered = windsDown(day, opened) || planCovers(day, opened, since);
        return new Verdict(days, covered ? "covered" : "over", lastSeen, since);
    }

    private LocalDate lastSeen(LocalDate day, LocalDate opened) {
        LocalDate last = null;
        for (Contact contact : contacts) {
            boolean counts = contact.seen && !contact.struck && !contact.on.isBefore(opened) && !contact.on.isAfter(day);
            if (counts && (last == null || contact.on.isAfter(last))) {
                last = contact.on;
            }
        }
        return last;
    }

    private LocalDate firstStart(LocalDate day, LocalDate opened) {
        LocalDate first = null;
        for (Assignment one : assignments) {
            boolean counts = one.role.equals("young person's worker") && !one.starts.isAfter(day) && (one.ends == null || !one.ends.isBefore(opened));
            LocalDate start = one.starts.isBefore(opened) ? opened : one.starts;
            if (counts && (first == null || start.isBefore(first))) {
                first = start;
            }
        }
        return first == null ? opened : first;
    }

    private Setting setting(LocalDate day) {
        String serviceType = valueOn(serviceTypes, day, "not stated");
        Setting best = null;
        for (Setting one : SETTINGS) {
            boolean applies = !one.from.isAfter(day) && (!one.secondCentre || inSecondCentre)
                    && (one.serviceType == null || one.serviceType.equals(serviceType));
            if (applies && (best == null || outdoes(one, best))) {
                best = one;
            }
        }
        return best;
    }

    private static boolean outdoes(Setting one, Setting best) {
        int mine = (one.secondCentre ? 2 : 0) + (one.serviceType != null ? 1 : 0);
        int theirs = (best.secondCentre ? 2 : 0) + (best.serviceType != null ? 1 : 0);
        return mine > theirs || mine == theirs && one.from.isAfter(best.from);
    }

    private boolean isMissing(LocalDate day) {
        return missing.stream().anyMatch(m -> m.kind.equals("missing") && !m.starts.isAfter(day) && (m.ends == null || m.ends.isAfter(day)));
    }

    private boolean riskIsHighOrUnclear(LocalDate day) {
        return List.of("high", "not yet clear").contains(valueOn(risks, day, "not yet clear"));
    }

    private boolean windsDown(LocalDate day, LocalDate opened) {
        if (riskIsHighOrUnclear(day) || isMissing(day) || !valueOn(stages, day, "referred").equals("winding down")) {
            return false;
        }
        LocalDate end = null;
        for (Ending ending : endings) {
            if (!ending.recordedOn.isBefore(opened) && !ending.recordedOn.isAfter(day)) {
                end = ending.endsOn;
            }
        }
        return end != null && !end.isBefore(day);
    }

    private boolean planCovers(LocalDate day, LocalDate opened, LocalDate since) {
        Plan plan = null;
        for (Plan one : plans) {
            if (one.agreedOn != null && !one.agreedOn.isBefore(opened) && !one.agreedOn.isAfter(day)) {
                plan = one;
            }
        }
        if (plan == null || plan.reviewOn.isBefore(day)) {
            return false;
        }
        boolean close = riskIsHighOrUnclear(day) || isMissing(day) || valueOn(needs, day, "not yet clear").equals("being exploited");
        boolean reviewTooFar = plan.agreedOn.plusDays(close ? 31 : 91).isBefore(day);
        Integer interval = interval(plan.step);
        boolean intervalPassed = interval != null && since.plusDays(interval).isBefore(day);
        return !reviewTooFar && !intervalPassed;
    }

    static Integer interval(String step) {
        return switch (step) {
            case "near daily", "weekly" -> 7;
            case "fortnightly" -> 14;
            case "monthly" -> 31;
            case "six-weekly" -> 42;
            case "twice a year" -> 183;
            default -> null;
        };
    }

    private static String valueOn(List<Value> values, LocalDate day, String otherwise) {
        String is = otherwise;
        for (Value value : values) {
            is = value.from.isAfter(day) ? is : value.is;
        }
        return is;
    }

    /** The same case with one more contact. */
    History with(Contact contact) {
        List<Contact> more = new ArrayList<>(contacts);
        more.add(contact);
        return new History(inSecondCentre, openings, assignments, more, serviceTypes, needs, stages, risks, missing, plans, endings);
    }
}
