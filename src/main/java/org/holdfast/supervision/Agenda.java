package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;
import org.holdfast.web.SentId;

/**
 * The agenda of a session. While it is planned, opening it by one of the two brings what Holdfast put there up to date;
 * what people added stays, and what people removed does not come back.
 */
@Singleton
final class Agenda {
    private static final Argument<List<Reason>> REASONS = Argument.listOf(Reason.class);
    private static final int LONGEST_ITEM = 2_000;
    private static final int DAYS_BACK_WITHOUT_SESSION = 28;

    private final AgendaItems items;
    private final Actions actions;
    private final ObjectMapper json;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    Agenda(AgendaItems items, Actions actions, ObjectMapper json, Ids ids, Today today, Clock clock) {
        this.items = items;
        this.actions = actions;
        this.json = json;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    /** Something Holdfast wants on the agenda. */
    private record Wanted(
            AgendaKey key, int position, @Nullable UUID caseId, @Nullable UUID actionId, @Nullable String function, @Nullable Integer questionId,
            List<Reason> reasons) {}

    /** Every row of the agenda that stands, in its order; made or refreshed first where the session is planned. */
    List<AgendaItem> opened(Session session, Viewer viewer) {
        if (session instanceof Session.Planned && session.about().isOneOfTheTwo(viewer.id())) {
            refresh(session);
        }
        return items.of(session.id()).stream().filter(AgendaItem::isThere).toList();
    }

    private void refresh(Session session) {
        List<AgendaItem> rows = items.of(session.id());
        Map<AgendaKey, Wanted> wanted = wanted(session, rows);
        Set<AgendaKey> settled = new LinkedHashSet<>();
        for (AgendaItem row : rows) {
            if (row.isHoldfasts() && row.wasRemovedBySomebody()) {
                settled.add(row.key());
            } else if (row.isHoldfasts() && row.isThere()) {
                keepOrTakeAway(session, row, wanted.get(row.key()));
                settled.add(row.key());
            }
        }
        wanted.values().stream().filter(item -> !settled.contains(item.key())).forEach(item -> add(session, item));
    }

    private void keepOrTakeAway(Session session, AgendaItem row, @Nullable Wanted item) {
        if (item == null) {
            items.remove(row.id(), session.id(), null, clock.instant());
        } else if (row.position() != item.position() || !reasons(row).equals(item.reasons())) {
            items.refresh(row.id(), written(item.reasons()), item.position());
        }
    }

    private void add(Session session, Wanted item) {
        items.add(ids.next(), session.id(), item.key().section(), item.position(), item.caseId(), item.actionId(), item.function(),
                item.questionId(), written(item.reasons()), null, null, clock.instant());
    }

    private Map<AgendaKey, Wanted> wanted(Session session, List<AgendaItem> rows) {
        Particulars about = session.about();
        LocalDate lastHeldOn = items.lastHeldOn(session.id()).orElse(null);
        List<CaseFacts> cases = items.cases(about.supervisee().id(), today.date(), lastHeldOn);
        Set<String> standing = new LinkedHashSet<>(items.standing(
                about.supervisee().id(), lastHeldOn == null ? today.date().minusDays(DAYS_BACK_WITHOUT_SESSION) : lastHeldOn, today.date()));
        Map<AgendaKey, Wanted> wanted = new LinkedHashMap<>();
        addCases(wanted, standing, cases, lastHeldOn);
        addActions(wanted, session);
        addQuestions(wanted, session, rows, standing);
        put(wanted, new Wanted(new AgendaKey("supervision itself", ""), Section.SUPERVISION_ITSELF.position(0), null, null, null, null, List.of()));
        return wanted;
    }

    private void addCases(Map<AgendaKey, Wanted> wanted, Set<String> standing, List<CaseFacts> cases, @Nullable LocalDate lastHeldOn) {
        int rank = 0;
        for (CaseFacts facts : cases.stream().sorted(CaseFacts.MOST_PRESSING_FIRST).toList()) {
            List<Reason> reasons = facts.reasons(today.date(), lastHeldOn);
            if (!reasons.isEmpty()) {
                put(wanted, new Wanted(new AgendaKey("cases", facts.caseId().toString()), Section.CASES.position(rank++), facts.caseId(), null, null, null, reasons));
                reasons.forEach(reason -> standing.addAll(triggersOf(reason)));
            }
        }
    }

    private static List<String> triggersOf(Reason reason) {
        return switch (reason.code()) {
            case CONTACT_GAP_OVER, CONTACT_GAP_NOTICE -> List.of("contact-gap");
            case STAGE_LONG -> List.of("stage-length");
            case WINDING_DOWN -> List.of("closure");
            default -> List.of();
        };
    }

    private void addActions(Map<AgendaKey, Wanted> wanted, Session session) {
        int rank = 0;
        for (Actions.Open action : actions.openFromBefore(session.id(), today.date())) {
            List<Reason> reasons = action.carried() == 0 ? List.of() : List.of(new Reason(Reason.Code.CARRIED, action.carried(), null, null, null, null));
            put(wanted, new Wanted(new AgendaKey("actions", action.id().toString()), Section.ACTIONS.position(rank++), null, action.id(), null, null, reasons));
        }
    }

    /** Questions are picked once for a session, so that both look at the same ones. */
    private void addQuestions(Map<AgendaKey, Wanted> wanted, Session session, List<AgendaItem> rows, Set<String> standing) {
        List<Question> bank = items.bank(session.id());
        int rank = 0;
        for (AgendaItems.Covered function : items.covered(session.id())) {
            if (function.covered()) {
                continue;
            }
            List<Reason> reasons = List.of(function.sessions() == 0 ? Reason.of(Reason.Code.FIRST_SESSION)
                    : new Reason(Reason.Code.FUNCTION_GAP, function.sessions(), null, null, null, null));
            List<Integer> picked = rows.stream().filter(row -> row.isHoldfasts() && function.function().equals(row.function())).map(AgendaItem::questionId).distinct().toList();
            for (Integer question : picked.isEmpty() ? Question.pick(bank, function.function(), standing).stream().map(Question::id).toList() : picked) {
                put(wanted, new Wanted(new AgendaKey("functions", question.toString()), Section.FUNCTIONS.position(rank++), null, null, function.function(), question, reasons));
            }
        }
    }

    private static void put(Map<AgendaKey, Wanted> wanted, Wanted item) {
        wanted.put(item.key(), item);
    }

    /** Adds words under a section, or asks for one of the supervisee's cases. */
    Outcome add(Session session, AgendaItemForm form, Viewer viewer) {
        if (!(session instanceof Session.Planned) || !session.about().isOneOfTheTwo(viewer.id())) {
            return new Outcome.NotNow("The agenda is settled once a session has begun.");
        }
        UUID id = SentId.read(form.once()).orElseGet(ids::next);
        return form.caseId() == null ? addWords(session, id, form, viewer) : askFor(session, id, form, viewer);
    }

    private Outcome addWords(Session session, UUID id, AgendaItemForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String words = errors.text("item", form.item(), LONGEST_ITEM, "Write what you want to talk about");
        Optional<Section> section = Section.of(form.section());
        if (section.isEmpty()) {
            errors.add("section", "Choose where it belongs");
        }
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        items.add(id, session.id(), section.get().code(), section.get().position(500), null, null, null, null, "[]", words, viewer.id(), clock.instant());
        return new Outcome.Done("item-added");
    }

    private Outcome askFor(Session session, UUID id, AgendaItemForm form, Viewer viewer) {
        Optional<AgendaItems.HeldCase> asked = items.heldCases(session.about().supervisee().id(), today.date()).stream()
                .filter(held -> held.caseId().toString().equals(form.caseId())).findFirst();
        if (asked.isEmpty()) {
            return new Outcome.Refused(Errors.none().add("caseId", "Choose a case"));
        }
        Reason reason = new Reason(Reason.Code.ASKED_FOR, null, null, null, viewer.name(), null);
        if (items.of(session.id()).stream().noneMatch(row -> row.isThere() && !row.isHoldfasts() && asked.get().caseId().equals(row.caseId()))) {
            items.add(id, session.id(), "cases", Section.CASES.position(500), asked.get().caseId(), null, null, null, written(List.of(reason)), null,
                    viewer.id(), clock.instant());
        }
        return new Outcome.Done("item-added");
    }

    /** Takes something off the agenda; for a case, everything that stands for it. */
    Outcome remove(Session session, UUID item, Viewer viewer) {
        if (!(session instanceof Session.Planned) || !session.about().isOneOfTheTwo(viewer.id())) {
            return new Outcome.NotNow("The agenda is settled once a session has begun.");
        }
        List<AgendaItem> rows = items.of(session.id());
        rows.stream().filter(row -> row.id().equals(item)).findFirst().ifPresent(found -> rows.stream()
                .filter(row -> row.id().equals(item) || found.caseId() != null && found.caseId().equals(row.caseId()))
                .forEach(row -> items.remove(row.id(), session.id(), viewer.id(), clock.instant())));
        return new Outcome.Done("item-removed");
    }

    /** The reasons a row was kept with. */
    List<Reason> reasons(AgendaItem row) {
        try {
            return new ArrayList<>(json.readValue(row.reasons(), REASONS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(List<Reason> reasons) {
        try {
            return json.writeValueAsString(REASONS, reasons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
