package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import org.holdfast.web.Choice;
import org.holdfast.web.Chrome;
import org.holdfast.web.Errors;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;

/**
 * One case: how it stands, what is dated about it, and what can be written to it.
 *
 * @param missing    since when the child is missing, in words, or null; stands before everything else
 * @param standing   where the contact gap stands, or null where the case is not open
 * @param why        why it is covered or not, or null
 * @param prompt     the page of the prompt about the gap, or null
 * @param statutory  that a contact plan never relaxes a statutory visit, or null where there is none
 * @param mayWrite   whether this viewer may write to it
 * @param entry      the form for a contact, or null
 * @param reviewBy   by when a contact plan has to be reviewed, with the reason
 * @param endBy      by when winding down has to end
 * @param once       one once-only id for each form
 */
public record CasePage(
        Chrome chrome, String id, String reference, List<Link> where, String whoCanSee, List<Fact> facts, @Nullable String missing,
        @Nullable String standing, @Nullable String why, @Nullable String prompt, @Nullable String statutory, boolean mayWrite,
        boolean withoutWords, ContactStrip strip, @Nullable ContactEntry entry, List<Contact> contacts, List<Episode> episodes,
        List<Plan> plans, List<Dated> shortTerm, List<Dated> longerTerm, List<Dated> stages, List<Dated> others, List<Dated> workers,
        List<Dated> decisions, List<Dated> endings, CaseForms forms, Errors errors, List<Choice> shortTermChoices,
        List<Choice> longerTermChoices, List<Choice> stageChoices, List<Choice> needChoices, List<Choice> serviceTypeChoices,
        List<Choice> statutoryChoices, List<Choice> kindChoices, List<Choice> stepChoices, String reviewBy, String endBy,
        @Nullable String endingHint, List<String> once) {

    private static final int CONTACTS_AT_ONCE = 8;

    public List<Contact> latestContacts() {
        return contacts.stream().limit(CONTACTS_AT_ONCE).toList();
    }

    public List<Contact> earlierContacts() {
        return contacts.stream().skip(CONTACTS_AT_ONCE).toList();
    }

    /** @param words what somebody wrote about it, or null where nobody did or this viewer does not read it */
    public record Dated(String day, String value, @Nullable String who, @Nullable String words) {}

    /** @param strike where it can be struck out, or null */
    public record Contact(String day, String what, String details, boolean struck, @Nullable String struckWords, @Nullable String strike) {}

    /** @param end where its end can be written, or null */
    public record Episode(String id, String words, @Nullable String interview, @Nullable String end) {}

    /** @param agree where this viewer can agree it, or null */
    public record Plan(String step, String review, String proposed, String agreed, @Nullable String why, @Nullable String agree) {}
}
