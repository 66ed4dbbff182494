package org.holdfast.supervision;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Errors;

/**
 * From the draft to the locked record. Sharing is the supervisor's agreement to a version, the supervisee's agreement
 * to the same version locks it, and the lock asks for the PDF, all in the transaction of the request. Every method
 * takes a session that was {@linkplain Sessions#take taken}.
 */
@Singleton
final class AgreeingTheRecord {
    static final int LONGEST_WORDS = 20_000;
    private static final int LONGEST_REASON = 2_000;

    private final Lives lives;
    private final SessionSteps steps;
    private final RecordChecks checks;
    private final SavingTheRecord saving;
    private final RecordVersions versions;
    private final RecordPdfs pdfs;
    private final Acts acts;
    private final Ids ids;
    private final Today today;

    AgreeingTheRecord(
            Lives lives, SessionSteps steps, RecordChecks checks, SavingTheRecord saving, RecordVersions versions, RecordPdfs pdfs, Acts acts,
            Ids ids, Today today) {
        this.lives = lives;
        this.steps = steps;
        this.checks = checks;
        this.saving = saving;
        this.versions = versions;
        this.pdfs = pdfs;
        this.acts = acts;
        this.ids = ids;
        this.today = today;
    }

    Outcome share(Session session, SharingForm form, Viewer viewer) {
        return switch (session) {
            case Session.Drafted drafted -> share(drafted, form, viewer);
            default -> steps.overtaken(session, State.SHARED, "shared", viewer);
        };
    }

    private Outcome share(Session.Drafted drafted, SharingForm form, Viewer viewer) {
        return switch (drafted.share(viewer.id())) {
            case Next.Refused(String sentence) -> new Outcome.NotNow(sentence);
            case Next.Steps(List<Next.Step> next) -> share(drafted, next, form, viewer);
        };
    }

    private Outcome share(Session.Drafted drafted, List<Next.Step> next, SharingForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String because = errors.optionalText("notCoveredBecause", form.notCoveredBecause(), LONGEST_REASON);
        RecordChecks.Written written = checks.written(drafted.id());
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        if (saving.holdsTwoTexts(drafted.id())) {
            return new Outcome.NotNow("In one field of this record both of you wrote, and both texts are kept. Open the record and choose which is to stand, then share it.");
        }
        if (!written.anything()) {
            return new Outcome.NotNow("There is nothing in this record yet. Write what you talked about, then share it.");
        }
        SharingQuestion question = SharingQuestion.about(written);
        if (question.isNeeded() && !form.wasAsked() && !wasSharedBefore(drafted)) {
            return new Outcome.Asked(question);
        }
        if (!because.isEmpty()) {
            saving.put(drafted.id(), viewer, Part.FUNCTION, FunctionOfSupervision.SUPPORT.code, RecordField.NOT_COVERED_BECAUSE, because);
        }
        int version = versions.next(drafted.id());
        steps.add(drafted, next.stream().map(step -> step.about(version)).toList(), viewer);
        versions.append(drafted.id(), "shared", viewer, steps.now());
        return new Outcome.Done("shared");
    }

    private boolean wasSharedBefore(Session session) {
        return lives.happened(session.id()).stream().anyMatch(row -> State.of(row.state()) == State.SHARED);
    }

    Outcome withdraw(Session session, Viewer viewer) {
        return switch (session) {
            case Session.Shared shared -> backToDraft(shared, shared.withdraw(viewer.id()), "withdrawn", viewer);
            default -> steps.overtaken(session, State.DRAFTED, "withdrawn", viewer);
        };
    }

    Outcome requestEdits(Session session, EditRequestForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String words = errors.text("edits", form.edits(), LONGEST_WORDS, "Write what should be different");
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        return switch (session) {
            case Session.Shared shared -> backToDraft(shared, shared.requestEdits(viewer.id(), form.seen(), words), "edits requested", viewer);
            default -> steps.overtaken(session, State.DRAFTED, "edits-requested", viewer);
        };
    }

    private Outcome backToDraft(Session.Shared shared, Next next, String cause, Viewer viewer) {
        return switch (next) {
            case Next.Refused(String sentence) -> new Outcome.NotNow(sentence);
            case Next.Steps(List<Next.Step> rows) -> {
                steps.add(shared, rows, viewer);
                versions.append(shared.id(), cause, viewer, steps.now());
                yield new Outcome.Done(cause.replace(' ', '-'));
            }
        };
    }

    Outcome agree(Session session, AgreementForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String comment = errors.optionalText("comment", form.comment(), LONGEST_WORDS);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        return switch (session) {
            case Session.Shared shared -> lock(shared, shared.agree(viewer.id(), form.seen(), comment.isEmpty() ? null : comment), "agreed", viewer);
            default -> steps.overtaken(session, State.LOCKED, "agreed", viewer);
        };
    }

    Outcome dispute(Session session, DisputeForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String words = errors.text("dispute", form.dispute(), LONGEST_WORDS, "Write how you see it; it is kept beside the record");
        Optional<UUID> third = lives.thirdPersonCandidates(session.id()).stream().map(Lives.Candidate::personId)
                .filter(id -> id.toString().equals(form.thirdPerson())).findFirst();
        if (third.isEmpty()) {
            errors.add("thirdPerson", "Choose who should help the two of you");
        }
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        return switch (session) {
            case Session.Shared shared -> dispute(shared, shared.dispute(viewer.id(), form.seen(), words, third.get()), third.get(), viewer);
            default -> steps.overtaken(session, State.DISPUTED, "disputed", viewer);
        };
    }

    private Outcome dispute(Session.Shared shared, Next next, UUID third, Viewer viewer) {
        return switch (next) {
            case Next.Refused(String sentence) -> new Outcome.NotNow(sentence);
            case Next.Steps(List<Next.Step> rows) -> {
                lives.nameThirdPerson(shared.id(), third, viewer.id(), steps.now());
                steps.add(shared, rows, viewer);
                yield new Outcome.Done("disputed");
            }
        };
    }

    /** The third person says how the disagreement ended; both texts stay, and the record locks. */
    Outcome settle(Session session, DisputeOutcomeForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String words = errors.text("outcome", form.outcome(), LONGEST_WORDS, "Write how it ended");
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        return switch (session) {
            case Session.Disputed disputed -> lock(disputed, disputed.settle(viewer.id(), words), "settled", viewer);
            default -> steps.overtaken(session, State.LOCKED, "settled", viewer);
        };
    }

    private Outcome lock(Session session, Next next, String said, Viewer viewer) {
        return switch (next) {
            case Next.Refused(String sentence) -> new Outcome.NotNow(sentence);
            case Next.Steps(List<Next.Step> rows) -> {
                int version = versions.next(session.id());
                steps.add(session, rows.stream().map(row -> row.state() == State.LOCKED ? row.about(version) : row).toList(), viewer);
                versions.append(session.id(), "locked", viewer, steps.now());
                pdfs.ask(session.id(), version, viewer);
                yield new Outcome.Done(said);
            }
        };
    }

    Outcome add(Session session, AddendumForm form, Viewer viewer) {
        Errors errors = Errors.none();
        String words = errors.text("addendum", form.addendum(), LONGEST_WORDS, "Write what is to be added");
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        return switch (session) {
            case Session.Locked locked -> add(locked, form, words, viewer);
            default -> new Outcome.NotNow("An addendum is for a locked record. This one can still be changed.");
        };
    }

    private Outcome add(Session.Locked locked, AddendumForm form, String words, Viewer viewer) {
        return switch (locked.add(viewer.id())) {
            case Next.Refused(String sentence) -> new Outcome.NotNow(sentence);
            case Next.Steps _ -> {
                addOnce(locked, form, words, viewer);
                yield new Outcome.Done("added");
            }
        };
    }

    /** What was added makes a version of its own, with a PDF of its own; the one before stays as it was. */
    private void addOnce(Session.Locked locked, AddendumForm form, String words, Viewer viewer) {
        if (lives.addAddendum(form.onceOr(ids), locked.id(), words, viewer.id(), today.date(), steps.now()) > 0) {
            int version = versions.append(locked.id(), "locked", viewer, steps.now());
            pdfs.ask(locked.id(), version, viewer);
            acts.note(viewer, Act.ADDENDUM_ADDED, locked.id(), locked.about().supervisee().id());
        }
    }
}
