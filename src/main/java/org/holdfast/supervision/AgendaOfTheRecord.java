package org.holdfast.supervision;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The agenda of a session as it stands beside its record: what to talk about, and which cases can be taken over from it. */
@Singleton
class AgendaOfTheRecord {
    private final AgendaItems items;
    private final Agenda agenda;

    AgendaOfTheRecord(AgendaItems items, Agenda agenda) {
        this.items = items;
        this.agenda = agenda;
    }

    /** Each case once; actions from before stand with the actions of the record. */
    List<RecordPage.AgendaLine> lines(SessionAtHand session, Draft draft) {
        List<RecordPage.AgendaLine> lines = new ArrayList<>();
        Set<UUID> cases = new HashSet<>();
        String section = "";
        List<AgendaItem> all = standing(session);
        for (AgendaItem item : all) {
            boolean isNew = item.caseId() == null || cases.add(item.caseId());
            if (isNew && item.actionId() == null && !words(item).isEmpty()) {
                lines.add(line(all, item, draft, item.section().equals(section) ? "" : heading(item)));
                section = item.section();
            }
        }
        return lines;
    }

    private List<AgendaItem> standing(SessionAtHand session) {
        return items.of(session.id()).stream().filter(AgendaItem::isThere).toList();
    }

    private static String heading(AgendaItem item) {
        return Section.of(item.section()).map(Section::label).orElse("");
    }

    private static String words(AgendaItem item) {
        return Optional.ofNullable(item.caseReference()).or(() -> Optional.ofNullable(item.words()))
                .or(() -> Optional.ofNullable(item.questionWords())).orElse("");
    }

    private RecordPage.AgendaLine line(List<AgendaItem> all, AgendaItem item, Draft draft, String heading) {
        Optional<DraftPart> discussion = draft.discussions().stream()
                .filter(d -> item.caseId() != null && item.caseId().equals(d.caseId())).findFirst();
        boolean canBeAdded = item.caseReference() != null && discussion.isEmpty();
        return new RecordPage.AgendaLine(
                heading, words(item), item.caseId() == null ? List.of() : reasons(all, item.caseId()),
                canBeAdded ? item.caseId().toString() : null, discussion.map(DraftPart::id).orElse(null));
    }

    private List<String> reasons(List<AgendaItem> all, UUID caseId) {
        return all.stream().filter(item -> caseId.equals(item.caseId()))
                .flatMap(item -> agenda.reasons(item).stream()).map(Reason::words).distinct().toList();
    }

    /** Why that case is on the agenda, in one line; empty where it is not. */
    String reason(SessionAtHand session, UUID caseId) {
        return String.join(". ", reasons(standing(session), caseId));
    }
}
