package org.holdfast.people;

import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Words;

/** Changes in who supervises whom, as sentences for the person they are told to. */
public record SupervisionChangesPage(Chrome chrome, List<Line> lines) {
    /** One change; its id goes along when the person says that it is read. */
    public record Line(String id, String words) {}

    static SupervisionChangesPage of(Chrome chrome, List<SupervisionChanges.Change> changes) {
        return new SupervisionChangesPage(chrome, changes.stream().map(c -> new Line(c.id().toString(), words(c))).toList());
    }

    private static String words(SupervisionChanges.Change change) {
        String day = Words.day(change.onDay());
        String as = change.kind().equals("line") ? "line supervisor" : change.kind() + " supervisor";
        if (change.supervised()) {
            return change.what().equals("begun")
                    ? change.other() + " is your " + as + " from " + day + " on."
                    : change.other() + " has not been your " + as + " since " + day + ".";
        }
        return change.what().equals("begun")
                ? "You are " + change.other() + "'s " + as + " from " + day + " on."
                : "You have not been " + change.other() + "'s " + as + " since " + day + ". You keep the sessions you held together.";
    }
}
