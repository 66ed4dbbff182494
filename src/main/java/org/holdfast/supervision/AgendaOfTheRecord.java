package org.holdfast.supervision;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The agenda of a session as it stands beside its record: what to talk about, and which cases can be taken over from it. */
@Singleton
class AgendaOfTheRecord {
    private static final Map<String, String> HEADINGS = Map.of(
            "cases", "Cases", "actions", "Actions still open", "brought", "Brought", "functions", "Not covered lately",
            "development", "Development", "mediation", "Mediation", "supervision itself", "Supervision itself");

    private final Rows rows;

    AgendaOfTheRecord(Rows rows) {
        this.rows = rows;
    }

    @Introspected
    record Row(String section, @Nullable UUID caseId, @Nullable String reference, @Nullable String words) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        @Query(value = """
                select i.section, i.case_id, c.reference, coalesce(i.words, q.words, left(a.what, 200)) as words
                from agenda_item i left join child_case c on c.id = i.case_id left join question q on q.id = i.question_id
                left join action a on a.id = i.action_id
                where i.session_id = :session and i.removed_at is null
                order by array_position(array['cases', 'actions', 'brought', 'functions', 'development', 'mediation', 'supervision itself'], i.section),
                         i.position, i.id""", nativeQuery = true)
        List<Row> of(UUID session);
    }

    List<RecordPage.AgendaLine> lines(SessionAtHand session, Draft draft) {
        List<RecordPage.AgendaLine> lines = new ArrayList<>();
        String section = "";
        for (Row row : rows.of(session.id())) {
            lines.add(line(row, draft, row.section().equals(section) ? "" : HEADINGS.get(row.section())));
            section = row.section();
        }
        return lines;
    }

    private static RecordPage.AgendaLine line(Row row, Draft draft, String heading) {
        Optional<DraftPart> discussion = draft.discussions().stream()
                .filter(d -> row.caseId() != null && row.caseId().equals(d.caseId())).findFirst();
        boolean canBeAdded = row.reference() != null && discussion.isEmpty();
        return new RecordPage.AgendaLine(
                heading, row.reference() == null ? String.valueOf(row.words()) : row.reference(), List.of(),
                canBeAdded ? row.caseId().toString() : null, discussion.map(DraftPart::id).orElse(null));
    }
}
