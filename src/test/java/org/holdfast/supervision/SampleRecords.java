package org.holdfast.supervision;

import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.supervision.RecordPdf.Action;
import org.holdfast.supervision.RecordPdf.Addendum;
import org.holdfast.supervision.RecordPdf.CaseDiscussion;
import org.holdfast.supervision.RecordPdf.ContactGap;
import org.holdfast.supervision.RecordPdf.Decision;
import org.holdfast.supervision.RecordPdf.Dispute;
import org.holdfast.supervision.RecordPdf.FunctionCovered;
import org.holdfast.supervision.RecordPdf.Header;
import org.holdfast.supervision.RecordPdf.Risk;
import org.holdfast.supervision.RecordPdf.RiskView;
import org.holdfast.supervision.RecordPdf.Step;

/** Records to print. */
final class SampleRecords {
    private SampleRecords() {}

    static RecordPdf withSixCases() {
        return new RecordPdf(
                "0198c2f4-7b1e-7c55-9a77-2f0f4b6f1a10", "2", true, header("Amina Khan", "Ben Okafor"),
                "Supervision agreement of 3 March 2026, review by 3 March 2027",
                functions("We went through what was promised last time. Two visits were moved because of the court date; both have a new day."),
                "", IntStream.rangeClosed(1, 6).mapToObj(SampleRecords::discussion).toList(), actions(), "Ninety minutes without the phone helped.", agreeing(),
                "I would like the question about the duty rota to stay on the agenda.", null,
                List.of(new Addendum("Ben Okafor", "2 December 2026, 09:12",
                        "The school named in YP-0131 has since offered a place from January.")));
    }

    static RecordPdf withNothing() {
        return new RecordPdf("0198c2f4-7b1e-7c55-9a77-2f0f4b6f1a11", "1", false,
                new Header("Amina Khan", "Ben Okafor", "One-to-one (line supervision)", "21 November 2026", "", "", "", "", ""),
                "Held without a supervision agreement", List.of(), "", List.of(), List.of(), "", List.of(), "", null, List.of());
    }

    static RecordPdf disputedWith(String text) {
        RecordPdf full = withSixCases();
        return new RecordPdf(full.recordId(), "3", false, header(text, "Ben Okafor"), full.agreement(), functions(text), text,
                List.of(saying(text)), List.of(new Action(text, text, "1 December 2026", "Carried twice")), text, full.agreeing(),
                "", new Dispute(List.of(new Addendum("Amina Khan", "25 November 2026, 16:40", text),
                        new Addendum("Ben Okafor", "26 November 2026, 11:05", text)), text), List.of());
    }

    private static Header header(String supervisee, String supervisor) {
        return new Header(supervisee, supervisor, "One-to-one (line supervision)", "21 November 2026",
                "10:00 to 11:30, 90 minutes", "Interrupted once, for about ten minutes", "Small meeting room, Harbour Street",
                supervisee + ", " + supervisor, "Four functions with the reflective cycle");
    }

    private static List<FunctionCovered> functions(String notes) {
        return List.of(new FunctionCovered("Accountability", notes),
                new FunctionCovered("Development", "Amina wants to sit in on a strategy meeting led by somebody else.\n\nWe looked at how she might prepare for it."),
                new FunctionCovered("Support", ""),
                new FunctionCovered("Mediation (between practitioner and organisation)",
                        "The duty rota falls on the same two people. Ben takes it to the centre meeting."));
    }

    private static CaseDiscussion discussion(int number) {
        boolean first = number == 1;
        return new CaseDiscussion("YP-013" + number, "Not discussed for 44 days; a decision is due", "Avoid drift; stay objective",
                "She says the mornings are the worst part, and that nobody asks about her brother. She chose the café as the place to meet and has come to the last three meetings there. When the school was mentioned she changed the subject.",
                "Better: she rang on her own account on 12 November",
                "The move in September broke the two friendships that kept her days in order, and the phone fills that gap.",
                "The new phone may have come from somebody who expects something for it.",
                "She was out after midnight on five nights in October. The phone is new.",
                "That the nights and the phone belong together.",
                "Who she was with; how the placement sees it.",
                new Risk(new RiskView("High", "Five nights out, a new phone, and she will not say from whom."),
                        new RiskView("Medium", "The calls of the last two weeks show that she uses the help she has."),
                        new RiskView("Medium", ""),
                        new RiskView("Not yet clear", "We know too little about the family she goes back to at weekends.")),
                "Building trust",
                List.of(new Decision("Meet weekly until Christmas, at the café", "She keeps what she chooses herself.", "Amina Khan", "24 December 2026", "23 November 2026"),
                        new Decision("Ask the school for a named person before the plan is reviewed", "Nobody there knows her since the change of tutor.", "Ben Okafor", "1 December 2026", "Not yet entered")),
                first ? new ContactGap("Continue with a plan", "Two visits fell on court days; she was reached by phone in between.", "Court dates", "5 December 2026") : null,
                "16 January 2027");
    }

    private static CaseDiscussion saying(String text) {
        var view = new RiskView("Not yet clear", text);
        return new CaseDiscussion(text, text, text, text, text, text, text, text, text, text, new Risk(view, view, view, view), text,
                List.of(new Decision(text, text, text, "1 December 2026", "Not yet entered")),
                new ContactGap("Escalate", text, text, "5 December 2026"), "16 January 2027");
    }

    private static List<Action> actions() {
        return List.of(new Action("Amina Khan", "Write the chronology for YP-0134", "28 November 2026", ""),
                new Action("Ben Okafor", "Take the duty rota to the centre meeting", "3 December 2026", "Carried twice"),
                new Action("Amina Khan", "Book the trauma training in spring", "18 December 2026", "Carried once"));
    }

    private static List<Step> agreeing() {
        return List.of(new Step("Shared (version 1)", "Ben Okafor, supervisor", "23 November 2026, 09:30"),
                new Step("Edits requested", "Amina Khan, supervisee", "23 November 2026, 17:05"),
                new Step("Shared (version 2)", "Ben Okafor, supervisor", "24 November 2026, 08:50"),
                new Step("Agreed with comment, and locked", "Amina Khan, supervisee", "24 November 2026, 12:15"));
    }
}
