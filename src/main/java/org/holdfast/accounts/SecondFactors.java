package org.holdfast.accounts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.holdfast.access.Viewer;
import org.holdfast.database.Ids;
import org.holdfast.sealing.Owner;
import org.holdfast.sealing.Place;
import org.holdfast.sealing.Sealed;
import org.holdfast.sealing.Sealing;

/** The authenticator apps of people: setting one up, and asking it at sign-in. The secrets are sealed. */
@Singleton
final class SecondFactors {
    private final Accounts accounts;
    private final RecoveryCodes recoveryCodes;
    private final Sealing sealing;
    private final Ids ids;
    private final Clock clock;

    SecondFactors(Accounts accounts, RecoveryCodes recoveryCodes, Sealing sealing, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.recoveryCodes = recoveryCodes;
        this.sealing = sealing;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a code proved, or that it proved nothing. */
    enum Proof { APP, RECOVERY_CODE, NONE }

    boolean isSetUp(UUID person) {
        return accounts.secondFactor(person).isPresent();
    }

    /** Takes what the person typed: the app's present code, or one of their recovery codes. Either works once. */
    Proof take(UUID person, String typed) {
        if (accounts.secondFactor(person).filter(factor -> as(person, () -> fits(person, factor, typed))).isPresent()) {
            return Proof.APP;
        }
        return recoveryCodes.use(person, typed) ? Proof.RECOVERY_CODE : Proof.NONE;
    }

    private boolean fits(UUID person, Accounts.SecondFactor factor, String typed) {
        OptionalLong step = open(person, factor).step(typed, clock.instant(), factor.lastStep());
        return step.isPresent() && accounts.useSecondFactor(factor.id(), step.getAsLong());
    }

    /** The database gives an account's key to nobody but its owner, and who is signing in is not the viewer yet. */
    private boolean as(UUID person, BooleanSupplier question) {
        String viewer = accounts.viewer();
        accounts.setViewer(person.toString());
        boolean answer = question.getAsBoolean();
        accounts.setViewer(viewer);
        return answer;
    }

    /** What the viewer is setting up now, if anything. */
    Optional<Totp> offered(Viewer viewer) {
        return accounts.offeredSecondFactor(clock.instant()).map(factor -> open(viewer.id(), factor));
    }

    /** Offers the viewer one to set up. */
    Totp offer(Viewer viewer) {
        Totp totp = Totp.fresh();
        UUID id = ids.next();
        Sealed sealed = sealing.seal(Owner.account(viewer.id()), place(id), totp.secret());
        accounts.offerSecondFactor(id, sealed.wrappedKey(), sealed.content(), clock.instant());
        return totp;
    }

    /** Makes what was offered the viewer's second factor, where the code shows that their app has it. */
    boolean confirm(Viewer viewer, String typed) {
        Optional<Accounts.SecondFactor> offered = accounts.offeredSecondFactor(clock.instant());
        OptionalLong step = offered.map(factor -> open(viewer.id(), factor).step(typed, clock.instant(), 0)).orElseGet(OptionalLong::empty);
        return step.isPresent() && accounts.confirmSecondFactor(offered.orElseThrow().id(), step.getAsLong(), clock.instant());
    }

    private Totp open(UUID person, Accounts.SecondFactor factor) {
        return new Totp(sealing.open(Owner.account(person), place(factor.id()), new Sealed(factor.wrappedKey(), factor.secret())));
    }

    private static Place place(UUID id) {
        return new Place("second_factor", id.toString());
    }
}
