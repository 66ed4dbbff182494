package org.holdfast.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.accounts.AccountsReach;
import org.holdfast.audit.AuditReach;
import org.holdfast.caseload.CaseloadReach;
import org.holdfast.home.HomeReach;
import org.holdfast.intake.IntakeReach;
import org.holdfast.people.PeopleReach;
import org.holdfast.prompts.PromptsReach;
import org.holdfast.sealing.SealingReach;
import org.holdfast.supervision.SupervisionReach;

/** What every room says about reach, together. */
final class Rooms {
    private static final List<Reach> ALL = List.of(
        HomeReach.REACH, PeopleReach.REACH, CaseloadReach.REACH, PromptsReach.REACH, SupervisionReach.REACH, IntakeReach.REACH,
        AuditReach.REACH, SealingReach.REACH, AccountsReach.REACH);

    /** Reference data and bookkeeping: without anything about a person, and the same for everybody. */
    static final Set<String> THE_SAME_FOR_EVERYBODY = Set.of("bank_holiday", "contact_gap_setting", "flyway_schema_history", "question", "sweep");

    private Rooms() {}

    static Stream<Reach.Way> ways() {
        return ALL.stream().flatMap(room -> room.ways.stream());
    }

    static Stream<Reach.Rows> tables() {
        return ALL.stream().flatMap(room -> room.tables.stream());
    }

    static Stream<Reach.Words> words() {
        return ALL.stream().flatMap(room -> room.words.stream());
    }
}
