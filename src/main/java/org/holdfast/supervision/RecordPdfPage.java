package org.holdfast.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/**
 * The page before a PDF is there.
 *
 * @param sentences what is happening, in words
 * @param givenUp   whether nothing more happens by itself
 */
public record RecordPdfPage(Chrome chrome, List<Link> where, String title, List<String> sentences, boolean givenUp, String back) {
    static RecordPdfPage of(Chrome chrome, SessionAtHand session, RecordPdfs.Asked asked, Instant now) {
        String back = "/sessions/" + session.id();
        String title = asked.isGivenUp() ? "The PDF could not be made" : "The PDF is being made";
        return new RecordPdfPage(
                chrome, List.of(Link.to("Sessions", "/sessions"), Link.to(session.supervisee() + " with " + session.supervisor(), back), Link.here("PDF")),
                title, sentences(asked, now), asked.isGivenUp(), back);
    }

    private static List<String> sentences(RecordPdfs.Asked asked, Instant now) {
        if (asked.isGivenUp()) {
            return List.of(
                    "The record itself is safe and locked; only its PDF is missing. It was tried " + Words.count(asked.attempts(), "time") + ".",
                    "Tell an administrator this number: " + asked.id());
        }
        long seconds = Math.max(0, Duration.between(asked.requestedAt(), now).toSeconds());
        String tried = asked.attempts() == 0
                ? "It usually takes a few seconds."
                : "It did not work " + Words.count(asked.attempts(), "time") + " and is tried again by itself.";
        return List.of(
                "Version " + asked.version() + " was asked for " + Words.count(seconds, "second") + " ago. " + tried,
                "This page looks again every two seconds. You can leave it: the PDF stays with the session.");
    }
}
