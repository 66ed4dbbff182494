package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.supervision.SavingTheRecord.Change;
import org.holdfast.supervision.SavingTheRecord.Choice;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;

/**
 * A whole page, the record's or that of its restricted part, sent as one form: saves every field that was changed on it, each as if it had been saved alone, and
 * then does what the pressed button says. One field that cannot be saved keeps no other from being saved.
 */
@Singleton
class SendingTheRecordForm {
    private final SavingTheRecord saving;
    private final PartsOfTheRecord parts;
    private final DecidingAboutTheGap gap;
    private final SavedOnce savedOnce;
    private final Clock clock;

    SendingTheRecordForm(
            SavingTheRecord saving, PartsOfTheRecord parts, DecidingAboutTheGap gap, SavedOnce savedOnce, Clock clock) {
        this.saving = saving;
        this.parts = parts;
        this.gap = gap;
        this.savedOnce = savedOnce;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** @param anchor where on the page to go on, or empty */
        record Done(String anchor) implements Outcome {}

        /** Two people wrote different words in one field or more; everything is kept, and somebody has to choose. */
        record BothKept(SessionAtHand session, RecordPages.Left left) implements Outcome {}

        /** Something has to be put right; everything else is saved. */
        record PutRight(SessionAtHand session, RecordPages.Left left) implements Outcome {}

        /** The record is shared or locked; what was typed goes back. */
        record Closed(SessionAtHand session, List<RecordPage.Lost> typed) implements Outcome {}
    }

    /** @throws Missing where the viewer writes no record here */
    Outcome send(UUID sessionId, Viewer viewer, Sheet sheet, RecordForm form) {
        SessionAtHand session = saving.begin(sessionId, viewer);
        UUID once = form.once();
        Optional<String> way = savedOnce.way(once, session, viewer);
        if (way.isPresent()) {
            return new Outcome.Done(way.get());
        }
        return session.isOpen() ? new Sending(session, viewer, sheet, form).outcome(once) : closed(session, sheet, form);
    }

    private static Outcome closed(SessionAtHand session, Sheet sheet, RecordForm form) {
        List<RecordPage.Lost> typed = new ArrayList<>();
        form.changed(sheet).forEach((field, words) -> typed.add(new RecordPage.Lost(field.field().label, words)));
        return new Outcome.Closed(session, typed);
    }

    /** One form on its way. */
    private final class Sending {
        private final SessionAtHand session;
        private final Viewer viewer;
        private final Sheet sheet;
        private final RecordForm form;
        private final Errors errors = Errors.none();
        private final Map<String, String> typed = new HashMap<>();
        private final List<RecordPage.Lost> lost = new ArrayList<>();
        private boolean bothKept;

        Sending(SessionAtHand session, Viewer viewer, Sheet sheet, RecordForm form) {
            this.session = session;
            this.viewer = viewer;
            this.sheet = sheet;
            this.form = form;
        }

        Outcome outcome(UUID once) {
            form.changed(sheet).forEach(this::save);
            String anchor = errors.isEmpty() && lost.isEmpty() ? done(form.doing()) : null; // a button does nothing while words wait
            if (anchor == null) {
                return new Outcome.PutRight(session, left("Everything else is saved."));
            }
            if (bothKept) {
                return new Outcome.BothKept(session, left("You both wrote in the same field. Both texts are kept; choose below."));
            }
            savedOnce.remember(once, session, viewer, anchor, clock.instant());
            return new Outcome.Done(anchor);
        }

        private RecordPages.Left left(@Nullable String noticed) {
            return new RecordPages.Left(errors, typed, lost, noticed);
        }

        private void save(FieldName name, String words) {
            Change change = new Change(name.part(), name.partId(), name.field(), form.base(), words);
            try {
                told(name, words, saving.save(session, viewer, change));
            } catch (Missing takenOutMeanwhile) {
                lost.add(new RecordPage.Lost(name.field().label, words));
            }
        }

        private void told(FieldName name, String words, SavingTheRecord.Outcome outcome) {
            switch (outcome) {
                case SavingTheRecord.Outcome.Kept kept -> { }
                case SavingTheRecord.Outcome.BothKept both -> bothKept = true;
                case SavingTheRecord.Outcome.Unreadable(String sentence) -> {
                    errors.add(name.toString(), sentence);
                    typed.put(name.toString(), words);
                }
                case SavingTheRecord.Outcome.Closed closed -> throw new IllegalStateException("Closed while held");
            }
        }

        /** Where on the page to go on; null where the button's act needs something put right first. */
        private @Nullable String done(String[] doing) {
            return switch (doing[0]) {
                case "", "save" -> "";
                case "choose" -> chosen(id(at(doing, 1)), at(doing, 2));
                default -> sheet == Sheet.RECORD ? doneToTheRecord(doing) : nothingOfThatName();
            };
        }

        private @Nullable String doneToTheRecord(String[] doing) {
            return switch (doing[0]) {
                case "add-case" -> added(doing.length > 1 ? doing[1] : form.text("case"));
                case "add-decision" -> "decision-" + parts.addDecision(session, id(at(doing, 1)));
                case "add-action" -> "action-" + parts.addAction(session);
                case "remove" -> removed(at(doing, 1), at(doing, 2));
                case "end-action" -> ended(id(at(doing, 1)), at(doing, 2));
                case "decide-gap" -> decided(id(at(doing, 1)));
                default -> nothingOfThatName();
            };
        }

        private static String nothingOfThatName() {
            throw new Missing();
        }

        private @Nullable String added(String caseId) {
            if (caseId.isEmpty()) {
                errors.add("case", "Choose a case first");
                return null;
            }
            return "discussion-" + parts.addCase(session, id(caseId));
        }

        private String removed(String part, String partId) {
            Part which = Part.of(part).filter(p -> p.isId(partId)).orElseThrow(Missing::new);
            parts.remove(session, which, partId);
            return which == Part.ACTION ? "actions" : "cases";
        }

        private String ended(UUID action, String how) {
            parts.endAction(session, viewer, action, how.equals("done") ? "done" : "no longer needed");
            return "actions";
        }

        private @Nullable String chosen(UUID conflict, String choice) {
            Choice which = switch (choice) {
                case "standing" -> Choice.STANDING;
                case "other" -> Choice.OTHER;
                case "both" -> Choice.BOTH;
                default -> throw new Missing();
            };
            return switch (saving.choose(session, viewer, sheet, conflict, which)) {
                case SavingTheRecord.Outcome.BothKept again -> "conflict-" + again.conflict();
                case SavingTheRecord.Outcome.Unreadable(String sentence) -> {
                    errors.add("conflict-" + conflict, sentence);
                    yield null;
                }
                default -> "";
            };
        }

        private @Nullable String decided(UUID discussion) {
            gap.decide(session, viewer, discussion, errors);
            return errors.isEmpty() ? "discussion-" + discussion : null;
        }

        private static String at(String[] words, int place) {
            if (words.length <= place) {
                throw new Missing();
            }
            return words[place];
        }

        private static UUID id(String text) {
            return SentId.read(text).orElseThrow(Missing::new);
        }
    }
}
