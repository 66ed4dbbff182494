package org.holdfast.supervision;

import java.util.List;
import org.holdfast.web.Errors;

/** What came of something somebody wanted to do with a session. */
sealed interface Outcome {
    /** It is done; {@code said} is the word for what the next page says. */
    record Done(String said) implements Outcome {}

    /** Something in the form is to be put right. */
    record Refused(Errors errors) implements Outcome {}

    /** It cannot be done now: it is not this person's to do, or somebody was first. Nothing was changed. */
    record NotNow(String sentence) implements Outcome {}

    /** Something to think about first; the same form sent again with the answer goes through. */
    record Asked(SharingQuestion question) implements Outcome {}

    /** Something else is planned then, or somebody is away; sent again with "anyway" it goes through. */
    record Clashing(List<String> warnings) implements Outcome {}
}
