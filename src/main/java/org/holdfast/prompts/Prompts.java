package org.holdfast.prompts;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.access.Viewer;
import org.holdfast.web.Words;

/** The open prompts of a viewer. */
@Singleton
public class Prompts {
    private final Raised raised;
    private final Clock clock;
    private volatile LocalDate swept = LocalDate.MIN;

    Prompts(Raised raised, Clock clock) {
        this.raised = raised;
        this.clock = clock;
    }

    /**
     * What goes to this viewer on that day, by the person whose cases it is about: the viewer's own first, then cases
     * without a worker, then everybody by name; missing children first within each.
     *
     * @param viewer whose transaction this is: the database reads who is looking from it
     */
    public List<PromptsOfPerson> openFor(Viewer viewer, LocalDate day) {
        if (!viewer.isSignedIn()) {
            return List.of();
        }
        sweepOnce(day);
        return byPerson(raised.open(day), day);
    }

    /** The first page of the day sweeps where the night did not. Remembered only once another transaction committed it. */
    void sweepOnce(LocalDate day) {
        if (swept.equals(day)) {
            return;
        }
        if (raised.isSwept(day)) {
            swept = day;
        } else {
            raised.sweep(day, clock.instant());
        }
    }

    private static List<PromptsOfPerson> byPerson(List<Raised.Open> open, LocalDate day) {
        List<PromptsOfPerson> people = new ArrayList<>();
        for (int from = 0, to; from < open.size(); from = to) {
            List<PromptCard> cards = new ArrayList<>();
            for (to = from; to < open.size() && Objects.equals(open.get(to).workerId(), open.get(from).workerId()); to++) {
                cards.add(card(open.get(to), day));
            }
            people.add(new PromptsOfPerson(open.get(from).workerId(), name(open.get(from)), cards));
        }
        return people;
    }

    private static String name(Raised.Open open) {
        if (open.workerId() == null) {
            return "Without a worker";
        }
        return open.mine() ? "You" : open.worker() == null ? "Somebody of another team" : open.worker();
    }

    private static PromptCard card(Raised.Open open, LocalDate day) {
        return new PromptCard(
                open.id(), "/prompts/" + open.id(), open.reference(), open.reference() + ": " + standing(open.gap().lastSeen(day)),
                open.gap().standing(day), question(open),
                open.missingSince() == null ? null : "Missing since " + Words.shortDay(open.missingSince(), day));
    }

    private static String standing(String lastSeen) {
        return lastSeen.startsWith("Not seen") ? "n" + lastSeen.substring(1) : "last seen " + lastSeen;
    }

    private static String question(Raised.Open open) {
        if (open.away() && !open.mine()) {
            return (open.worker() == null ? "The worker" : open.worker()) + " is away. Who sees the child meanwhile?";
        }
        return open.state().equals("over") ? Rules.CONTACT_GAP.question() : "When will you see the child?";
    }
}
