package org.holdfast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A supervision session of two people who do not exist: planned, perhaps moved, held, written up and agreed, or not. */
final class FictionalSession {
    private record Action(UUID id, String what, FictionalPerson owner, LocalDate due, boolean forTheService) {}

    private record Covered(String notes, String because) {}

    /** In the order they stand on the page. */
    private static final List<String> SECTIONS = List.of("cases", "actions", "brought", "functions", "development", "mediation", "supervision itself");

    private final Fiction fiction;
    private final FictionalPerson supervisor;
    private final FictionalPerson supervisee;
    private final UUID id;
    private final List<FictionalDiscussion> discussions = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private final Map<String, Covered> functions = new LinkedHashMap<>();
    private LocalDate day;
    private LocalTime time;
    private int minutes = 90;
    private String place = "Room 2";
    private String itself;
    private boolean interrupted;
    private boolean held;
    private int dates;
    private int events;
    private int versions;
    private int sharedVersion;
    private int addenda;

    /**
     * Plans it, three weeks before the day unless that is still to come, for an hour at which both are free.
     *
     * @param kind such as {@code one-to-one}
     */
    FictionalSession(Fiction fiction, FictionalPerson supervisor, FictionalPerson supervisee, String kind, LocalDate day) {
        this.fiction = fiction;
        this.supervisor = supervisor;
        this.supervisee = supervisee;
        LocalDate told = earlier(day.minusDays(21), fiction.ago(2));
        this.id = fiction.id(told);
        this.day = day;
        this.time = fiction.freeHour(day, supervisor, supervisee);
        fiction.add(Table.SESSION, id, kind, supervisee.id(), supervisor.id(), supervisor.id(), Fiction.at(told, 9, 40));
        date(supervisor, told, null);
        event("planned", supervisor, told, null, null);
        fiction.remember(this);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void date(FictionalPerson by, LocalDate told, String cause) {
        dates++;
        fiction.add(Table.SESSION_DATE, fiction.id(told), id, dates, Fiction.at(day, time.getHour(), time.getMinute()), minutes, place,
            cause, by.id(), Fiction.at(told, 9, 40));
    }

    private void event(String state, FictionalPerson by, LocalDate on, String cause, String words) {
        event(state, null, by, on, cause, words);
    }

    private void event(String state, Integer ofVersion, FictionalPerson by, LocalDate on, String cause, String words) {
        events++;
        fiction.add(Table.SESSION_EVENT, fiction.id(on), id, events, state, ofVersion, cause, words, by == null ? null : by.id(), on,
            Fiction.at(on, 17, events));
    }

    /** The whole record as it stood then; the number of that version. */
    private int keep(String cause, FictionalPerson by, LocalDate on) {
        versions++;
        fiction.add(Table.RECORD_VERSION_TO_COME, fiction.id(on), id, versions, cause, by.id(), Fiction.at(on, 17, 20));
        return versions;
    }

    UUID id() {
        return id;
    }

    LocalDate day() {
        return day;
    }

    // ---- before it

    FictionalSession lasting(int planned) {
        minutes = planned;
        return this;
    }

    /** Is planned for another day instead. */
    FictionalSession moved(LocalDate to, FictionalPerson by, String cause, LocalDate told) {
        day = to;
        time = fiction.freeHour(to, supervisor, supervisee);
        date(by, told, cause);
        return this;
    }

    FictionalSession cancelled(FictionalPerson by, String cause, LocalDate on) {
        event("cancelled", by, on, cause, null);
        return this;
    }

    /** Neither held nor cancelled by the end of its day. */
    FictionalSession missed() {
        event("missed", null, day, null, null);
        return this;
    }

    FictionalSession prepared(FictionalPerson by, LocalDate on, String words) {
        fiction.add(Table.SHARED_PREPARATION, id, by.id(), words, 1, Fiction.at(on, 15, 10));
        return this;
    }

    /** Somebody to go to where the two do not agree. */
    FictionalSession thirdPerson(FictionalPerson person, LocalDate named) {
        fiction.add(Table.SESSION_THIRD_PERSON, id, person.id(), supervisor.id(), Fiction.at(named, 10, 0));
        return this;
    }

    /** Somebody asked to talk about a case. */
    FictionalSession onAgenda(FictionalCase work, FictionalPerson by, LocalDate on) {
        String asked = "[{\"code\":\"ASKED_FOR\",\"days\":null,\"limit\":null,\"on\":null,\"from\":\"" + by.name() + "\",\"to\":null}]";
        return agenda("cases", work, by, on, asked, null);
    }

    /** Something one of them brings, under that section of the agenda. */
    FictionalSession onAgenda(String section, FictionalPerson by, LocalDate on, String words) {
        return agenda(section, null, by, on, "[]", words);
    }

    private FictionalSession agenda(String section, FictionalCase work, FictionalPerson by, LocalDate on, String reasons, String words) {
        int position = SECTIONS.indexOf(section) * 1000 + 500;
        fiction.add(Table.AGENDA_ITEM, fiction.id(on), id, section, position, work == null ? null : work.id(), reasons, words, by.id(),
            Fiction.at(on, 15, 0));
        return this;
    }

    // ---- the session

    FictionalSession held() {
        held = true;
        event("held", supervisor, day, null, null);
        return this;
    }

    FictionalSession interrupted() {
        interrupted = true;
        return this;
    }

    FictionalSession at(String where) {
        place = where;
        return this;
    }

    /** Talked about accountability, development, support or mediation. */
    FictionalSession covers(String function, String notes) {
        functions.put(function, new Covered(notes, null));
        return this;
    }

    FictionalSession supportNotCovered(String because) {
        functions.put("support", new Covered(null, because));
        return this;
    }

    FictionalSession onSupervisionItself(String words) {
        itself = words;
        return this;
    }

    FictionalDiscussion discusses(FictionalCase work, String reason) {
        FictionalDiscussion discussion = new FictionalDiscussion(this, work, reason);
        discussions.add(discussion);
        work.talkedAbout(day);
        return discussion;
    }

    /** Something one of them will do by a day. Its id lets a later session end or carry it. */
    UUID action(String what, FictionalPerson owner, LocalDate due) {
        return action(what, owner, due, false);
    }

    UUID action(String what, FictionalPerson owner, LocalDate due, boolean forTheService) {
        UUID action = fiction.id(day);
        actions.add(new Action(action, what, owner, due, forTheService));
        return action;
    }

    /** An action from before that was still open in this session. */
    FictionalSession carries(UUID action) {
        fiction.add(Table.ACTION_CARRIED, action, id, Fiction.at(day, 17, 0));
        return this;
    }

    // ---- after it

    FictionalSession drafted() {
        event("drafted", supervisor, day, null, null);
        return this;
    }

    FictionalSession shared(LocalDate on) {
        sharedVersion = keep("shared", supervisor, on);
        event("shared", sharedVersion, supervisor, on, null, null);
        return this;
    }

    FictionalSession editsRequested(LocalDate on, String words) {
        keep("edits requested", supervisee, on);
        event("drafted", sharedVersion, supervisee, on, "edits requested", words);
        return this;
    }

    /** Agreed, which locks it at once; with a comment where there are words. */
    FictionalSession agreed(LocalDate on, String comment) {
        String how = comment == null ? "agreed" : "agreed with comment";
        event(how, sharedVersion, supervisee, on, null, comment);
        return locked(supervisee, on, how, null);
    }

    FictionalSession disputed(LocalDate on, String words) {
        event("disputed", sharedVersion, supervisee, on, null, words);
        return this;
    }

    /** The third person says how the dispute ended, which locks it. */
    FictionalSession settled(FictionalPerson by, LocalDate on, String words) {
        return locked(by, on, "dispute settled", words);
    }

    private FictionalSession locked(FictionalPerson by, LocalDate on, String how, String words) {
        event("locked", keep("locked", by, on), by, on, how, words);
        return this;
    }

    /** The PDF a lock asks for; left out where the record is old. */
    FictionalSession printed(LocalDate on) {
        fiction.add(Table.REPORT_REQUEST, fiction.id(on), "supervision record", id, versions, supervisee.id(), Fiction.at(on, 17, 30));
        return this;
    }

    FictionalSession addendum(FictionalPerson by, LocalDate on, String words) {
        addenda++;
        fiction.add(Table.ADDENDUM, fiction.id(on), id, addenda, words, by.id(), on, Fiction.at(on, 11, 15));
        return this;
    }

    // ---- as rows

    void write() {
        if (!held) {
            return;
        }
        fiction.add(Table.SESSION_RECORD, id, day, time, minutes, interrupted, place, supervisee.name() + ", " + supervisor.name(),
            "Four functions with the reflective cycle", itself, Fiction.at(day, 17, 5), 1);
        functions.forEach((function, said) ->
            fiction.add(Table.FUNCTION_NOTE, id, function, said.because == null, said.notes, said.because, 1));
        for (int i = 0; i < discussions.size(); i++) {
            discussions.get(i).write(fiction, id, day, i + 1);
        }
        for (Action action : actions) {
            fiction.add(Table.ACTION, action.id, id, action.what, action.owner.id(), action.due, action.forTheService, 1);
        }
    }
}
