package org.holdfast.accounts;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.web.Errors;

/**
 * Signing in: user name and password, then a code. What is said on refusal never tells whether the name exists, and it
 * takes as long.
 */
@Singleton
final class SigningIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final SignInAttempts attempts;
    private final Mails mails;
    private final Acts acts;
    private final Ids ids;
    private final Clock clock;
    private final boolean demonstration;

    SigningIn(
            Accounts accounts, Passwords passwords, SecondFactors secondFactors, SignInAttempts attempts, Mails mails, Acts acts, Ids ids,
            Clock clock, @Value("${holdfast.demo:none}") String demo) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.attempts = attempts;
        this.mails = mails;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
        this.demonstration = !demo.equals("none");
    }

    /** What came of it. */
    sealed interface Outcome {
        /**
         * That is who it is.
         *
         * @param stillToSetUp whether a second factor is to be set up before anything else
         */
        record Known(UUID person, boolean stillToSetUp) implements Outcome {}

        /** The password was right; this opens the page that asks for the code, once and for five minutes. */
        record CodeNeeded(Secret begun) implements Outcome {}

        record Refused(Errors errors) implements Outcome {}

        /** The password was right too long ago, or the code has been given already. */
        record TooLate() implements Outcome {}
    }

    Outcome with(SignInForm form, Viewer viewer, HttpRequest<?> request) {
        Errors errors = missing(form);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        SignInAttempts.Attempt attempt = attempts.of(form.nameTyped(), request);
        return attempts.refusal(attempt).map(sentence -> refused("userName", sentence)).orElseGet(() -> checked(form, viewer, attempt));
    }

    private static Errors missing(SignInForm form) {
        Errors errors = Errors.none();
        errors.text("userName", form.userName(), UserName.MOST, "Write your user name");
        if (form.passwordTyped().isEmpty()) {
            errors.add("password", "Write your password");
        }
        return errors;
    }

    private Outcome checked(SignInForm form, Viewer viewer, SignInAttempts.Attempt attempt) {
        Optional<Accounts.Credentials> held = accounts.credentials(form.nameTyped());
        if (!passwords.matches(form.passwordTyped(), held.map(Accounts.Credentials::passwordHash).orElse(null))) {
            return failed(attempt, viewer, held.map(Accounts.Credentials::personId), "userName",
                    "That user name and password do not belong together. Check both and try again.");
        }
        UUID person = held.orElseThrow().personId();
        return secondFactors.isSetUp(person) ? codeNeeded(person) : succeeded(attempt, viewer, person, !demonstration, "password");
    }

    private Outcome codeNeeded(UUID person) {
        Secret begun = Secret.fresh();
        accounts.beginSignIn(ids.next(), begun.hash(), person, clock.instant());
        return new Outcome.CodeNeeded(begun);
    }

    Outcome withCode(Optional<Secret> sent, String typed, Viewer viewer, HttpRequest<?> request) {
        Optional<Accounts.Begun> begun = sent.flatMap(secret -> accounts.begunSignIn(secret.hash(), clock.instant()));
        if (begun.isEmpty()) {
            return new Outcome.TooLate();
        }
        SignInAttempts.Attempt attempt = attempts.of(begun.get().userName(), request);
        return attempts.refusal(attempt).map(sentence -> refused("code", sentence))
                .orElseGet(() -> checked(sent.get(), begun.get().personId(), typed, viewer, attempt));
    }

    private Outcome checked(Secret begun, UUID person, String typed, Viewer viewer, SignInAttempts.Attempt attempt) {
        return switch (secondFactors.take(person, typed)) {
            case NONE -> failed(attempt, viewer, Optional.of(person), "code",
                    "That code does not fit. Each works once: wait for the next one and type it as it is shown.");
            case APP -> ended(begun, attempt, viewer, person, "authenticator app");
            case RECOVERY_CODE -> {
                mails.tell(person, MailKind.RECOVERY_CODE_USED);
                yield ended(begun, attempt, viewer, person, "recovery code");
            }
        };
    }

    private Outcome ended(Secret begun, SignInAttempts.Attempt attempt, Viewer viewer, UUID person, String how) {
        return accounts.endBegunSignIn(begun.hash(), clock.instant())
                ? succeeded(attempt, viewer, person, false, how)
                : new Outcome.TooLate();
    }

    private Outcome succeeded(SignInAttempts.Attempt attempt, Viewer viewer, UUID person, boolean stillToSetUp, String how) {
        attempts.succeeded(attempt);
        acts.note(viewer, Act.SIGNED_IN, null, person, how);
        return new Outcome.Known(person, stillToSetUp);
    }

    /** Noted for everybody, so that a name nobody has takes the same time. */
    private Outcome failed(SignInAttempts.Attempt attempt, Viewer viewer, Optional<UUID> person, String field, String sentence) {
        boolean locked = attempts.failed(attempt);
        acts.note(viewer, Act.SIGN_IN_REFUSED, null, person.orElse(null));
        if (locked) {
            person.ifPresent(known -> mails.tell(known, MailKind.ACCOUNT_LOCKED));
        }
        return refused(field, sentence);
    }

    private static Outcome refused(String field, String sentence) {
        return new Outcome.Refused(Errors.none().add(field, sentence));
    }
}
