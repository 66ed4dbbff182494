package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.UUID;
import org.holdfast.web.Words;

/** A session in words: how it stands, who sees it, what can be done next. */
final class SessionWords {
    private SessionWords() {}

    /** One of few standings; whoever sees dates only is told whether it was held, and nothing of its record. */
    static String standing(Session session) {
        return switch (session) {
            case Session.Planned _ -> "Planned";
            case Session.Missed _ -> "Not held";
            case Session.Cancelled _ -> "Cancelled";
            case Session held when held.about().sight() == Sight.DATES -> "Held";
            case Session.Held _, Session.Drafted _ -> "Draft";
            case Session.Shared _ -> "Shared";
            case Session.Disputed _ -> "Seen differently";
            case Session.Locked _ -> "Locked";
        };
    }

    /** "Moved twice by Ben Okafor", "Moved 3 times: twice by Ben Okafor, once by Amina Khan", "Not moved". */
    static String moves(Particulars about) {
        int bySupervisee = about.moves() - about.movesBySupervisor();
        if (about.moves() == 0) {
            return "Not moved";
        }
        if (bySupervisee == 0 || about.movesBySupervisor() == 0) {
            return "Moved " + times(about.moves()) + " by " + (bySupervisee == 0 ? about.supervisor() : about.supervisee()).name();
        }
        return "Moved " + times(about.moves()) + ": " + times(about.movesBySupervisor()) + " by " + about.supervisor().name() + ", "
                + times(bySupervisee) + " by " + about.supervisee().name();
    }

    static String times(int number) {
        return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
    }

    static String time(Particulars about) {
        String from = Words.time(about.startsAt().toLocalTime());
        return Words.weekday(about.day()) + ", " + from + " to " + Words.time(about.startsAt().plusMinutes(about.minutes()).toLocalTime());
    }

    static String whoCanSee(Session session, UUID viewer) {
        Particulars about = session.about();
        return switch (about.sight()) {
            case ONE_OF_THE_TWO -> amongTheTwo(session, about.other(viewer));
            case RECORD -> about.isThirdPerson(viewer)
                    ? "You, because you were named to help, and the two whose session it is"
                    : "You, because you supervise " + about.supervisee().name() + ", and the two whose session it is";
            case DATES -> "Dates, moves and their reasons, because you manage or supervise " + about.supervisee().name() + ". What is said stays with the two";
        };
    }

    private static String amongTheTwo(Session session, Named other) {
        String two = "You and " + other.name();
        return switch (session) {
            case Session.Planned _, Session.Missed _, Session.Cancelled _ -> two + ". Managers see the date and whether it was moved, not the agenda";
            case Session.Held _, Session.Drafted _, Session.Shared _ -> two + ". Case decisions are live for the case as soon as they are saved";
            case Session.Disputed disputed -> two + (disputed.about().thirdPerson() == null ? "" : ", and " + disputed.about().thirdPerson().name() + " who was named to help");
            case Session.Locked locked -> locked.about().kind() == Kind.ONE_TO_ONE
                    ? two + "; " + locked.about().supervisee().firstName() + "'s line supervisor can read the locked record for 12 months"
                    : two;
        };
    }

    /** What can be done now, seen from one person; null where there is nothing to do. */
    static @Nullable String next(Session session, UUID viewer) {
        Particulars about = session.about();
        if (about.sight() == Sight.DATES) {
            return null;
        }
        boolean supervisor = about.isSupervisor(viewer);
        return switch (session) {
            case Session.Planned _ -> "Look at the agenda together, add what is missing, and write what you want to bring.";
            case Session.Missed _ -> supervisor
                    ? "Nobody started a record that day. If you did meet, start the record now; if not, plan another session."
                    : "Nobody started a record that day. If you did meet, " + about.supervisor().name() + " can still start the record.";
            case Session.Cancelled _ -> "It did not take place. You can plan another one.";
            case Session.Held _, Session.Drafted _ -> supervisor
                    ? "Finish the record, then share it with " + about.supervisee().name() + "."
                    : "You can both write in the draft. " + about.supervisor().name() + " shares it when it is ready.";
            case Session.Shared shared -> about.isSupervisee(viewer)
                    ? "Read version " + shared.version() + ". Then agree, ask for edits, or say that you see it differently."
                    : about.supervisee().name() + " answers next. Until then you can take the record back to change it.";
            case Session.Disputed _ -> about.isThirdPerson(viewer)
                    ? "Talk with both of them. When it has ended, write how; then the record locks with both texts in it."
                    : (about.thirdPerson() == null ? "The third person" : about.thirdPerson().name()) + " helps the two of you and writes how it ended.";
            case Session.Locked _ -> about.isOneOfTheTwo(viewer)
                    ? "Nothing in it changes any more. What has to be said later is a dated addendum." : null;
        };
    }
}
