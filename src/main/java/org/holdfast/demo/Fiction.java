package org.holdfast.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.time.Today;

/** A service being imagined: the day it is seen from, its chance, and what it consists of so far. */
final class Fiction {
    private static final List<LocalTime> HOURS =
        List.of(LocalTime.of(10, 0), LocalTime.of(13, 30), LocalTime.of(15, 15), LocalTime.of(8, 15), LocalTime.of(11, 45), LocalTime.of(17, 0));

    private final LocalDate today;
    private final Chance chance;
    private final Chance ids;
    private final Rows rows = new Rows();
    private final Set<String> taken = new HashSet<>();
    private final List<FictionalPerson> people = new ArrayList<>();
    private final List<FictionalCase> cases = new ArrayList<>();
    private final List<FictionalSession> sessions = new ArrayList<>();

    /** @param today the day it is told from; nothing in it happened later */
    Fiction(LocalDate today, long seed) {
        this.today = today;
        this.chance = new Chance(seed);
        this.ids = chance.of("ids");
    }

    LocalDate today() {
        return today;
    }

    LocalDate ago(int days) {
        return today.minusDays(days);
    }

    LocalDate ahead(int days) {
        return today.plusDays(days);
    }

    /** That many days ago, or the Friday before where that is a weekend. */
    LocalDate workdayAgo(int days) {
        return workdayUntil(ago(days));
    }

    /** That day, or the Friday before it. */
    static LocalDate workdayUntil(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    /** That many days ahead, or the Monday after where that is a weekend. */
    LocalDate workdayAhead(int days) {
        LocalDate day = ahead(days);
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2)
            : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    /** A moment of that day in England; by day, so that it exists on every day of the year. */
    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(Today.LONDON).toInstant();
    }

    /** The first hour of that day at which neither has a session; from then on they have. */
    LocalTime freeHour(LocalDate day, FictionalPerson one, FictionalPerson other) {
        LocalTime free = HOURS.stream().filter(hour -> !taken.contains(entry(day, hour, one)) && !taken.contains(entry(day, hour, other)))
            .findFirst().orElse(HOURS.getLast());
        taken.add(entry(day, free, one));
        taken.add(entry(day, free, other));
        return free;
    }

    private static String entry(LocalDate day, LocalTime hour, FictionalPerson person) {
        return day + " " + hour + " " + person.id();
    }

    /** When something of that day was usually written down. */
    static Instant afternoonOf(LocalDate day) {
        return at(day, 16, 20);
    }

    /** An id such as the service would have made then, yet the same in every loading. */
    UUID id(LocalDate day) {
        long millis = at(day, 9, 0).toEpochMilli();
        long high = millis << 16 | 0x7000L | ids.bits() & 0xfffL;
        return new UUID(high, ids.bits() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    Chance chanceOf(String subject) {
        return chance.of(subject);
    }

    Rows rows() {
        return rows;
    }

    void add(Table table, Object... values) {
        rows.add(table, values);
    }

    List<FictionalPerson> people() {
        return people;
    }

    FictionalCentre centre(String name, LocalDate since, LocalDate closedOn) {
        return new FictionalCentre(this, name, since, closedOn);
    }

    /** Cases and sessions are written when all has been said about them. */
    void remember(FictionalCase work) {
        cases.add(work);
    }

    void remember(FictionalSession session) {
        sessions.add(session);
    }

    /** Everything imagined since the last time, as rows. Nothing may be added to it afterwards. */
    Rows written() {
        people.forEach(FictionalPerson::write);
        cases.forEach(FictionalCase::write);
        sessions.forEach(FictionalSession::write);
        cases.clear();
        sessions.clear();
        return rows;
    }
}
