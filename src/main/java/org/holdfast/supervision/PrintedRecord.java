package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/** Puts the content of a record into finished words, for paper and for reading on a page. */
final class PrintedRecord {
    private PrintedRecord() {}

    /** @param version the number that stands on it, or what stands there instead, such as "Draft" */
    static RecordPdf of(RecordContent content, String version, boolean demonstration) {
        return new RecordPdf(
                content.session().toString(), version, demonstration, header(content), "", covered(content), supportNotCovered(content),
                content.discussions().stream().map(PrintedRecord::discussion).toList(),
                content.actions().stream().map(PrintedRecord::action).toList(),
                content.itself(), content.agreeing().stream().map(step -> step(content, step)).toList(), comment(content), dispute(content),
                content.addenda().stream().map(a -> new RecordPdf.Addendum(a.by(), moment(a.at()), a.words())).toList());
    }

    private static RecordPdf.Header header(RecordContent content) {
        RecordContent.Header header = content.header();
        return new RecordPdf.Header(
                content.supervisee(), content.supervisor(), Kind.of(content.kind()).label(), day(header.heldOn()), time(header),
                header.interrupted() == null ? "" : header.interrupted() ? "Interrupted" : "Not interrupted", header.place(),
                header.present(), header.lens());
    }

    /** "10:00 to 11:30, 90 minutes" */
    private static String time(RecordContent.Header header) {
        String minutes = header.minutes() == null ? "" : Words.count(header.minutes(), "minute");
        if (header.startedAt() == null) {
            return minutes;
        }
        String start = Words.time(header.startedAt());
        return minutes.isEmpty() ? start : start + " to " + Words.time(header.startedAt().plusMinutes(header.minutes())) + ", " + minutes;
    }

    private static List<RecordPdf.FunctionCovered> covered(RecordContent content) {
        return content.functions().stream().filter(f -> f.discussed() || !f.notes().isEmpty())
                .map(f -> new RecordPdf.FunctionCovered(label(f.function()), f.notes())).toList();
    }

    private static String label(String function) {
        return Stream.of(FunctionOfSupervision.values()).filter(f -> f.code.equals(function)).findFirst().orElseThrow().label;
    }

    private static String supportNotCovered(RecordContent content) {
        return content.functions().stream().map(RecordContent.Function::notCoveredBecause).collect(Collectors.joining());
    }

    private static RecordPdf.CaseDiscussion discussion(RecordContent.CaseDiscussion d) {
        return new RecordPdf.CaseDiscussion(
                d.reference().isEmpty() ? "without a reference" : d.reference(), d.reason(),
                d.purposes().stream().map(Words::sentence).collect(Collectors.joining("; ")), d.seenAndHeard(), changed(d),
                d.hypothesis(), d.otherHypotheses(), d.know(), d.infer(), d.doNotKnow(), risk(d),
                d.engagementStep() == null ? "" : Choices.step(d.engagementStep().toString()),
                d.decisions().stream().map(PrintedRecord::decision).toList(), gap(d), day(d.nextDiscussionBy()));
    }

    private static String changed(RecordContent.CaseDiscussion d) {
        String level = d.change().isEmpty() ? "" : Choices.label(d.change());
        return level.isEmpty() || d.whatHasChanged().isEmpty() ? level + d.whatHasChanged() : level + "\n\n" + d.whatHasChanged();
    }

    private static RecordPdf.@Nullable Risk risk(RecordContent.CaseDiscussion d) {
        boolean discussed = Stream.of(d.practitionerShortTerm(), d.practitionerLongerTerm(), d.supervisorShortTerm(), d.supervisorLongerTerm())
                .anyMatch(Predicate.not(String::isEmpty));
        return discussed
                ? new RecordPdf.Risk(view(d.practitionerShortTerm()), view(d.supervisorShortTerm()), view(d.practitionerLongerTerm()),
                        view(d.supervisorLongerTerm()))
                : null;
    }

    private static RecordPdf.RiskView view(String level) {
        return new RecordPdf.RiskView(level.isEmpty() ? "Not said" : Words.sentence(level), "");
    }

    private static RecordPdf.Decision decision(RecordContent.Decision n) {
        String what = n.safety() ? n.what() + "\n\nAbout safety" : n.what();
        return new RecordPdf.Decision(what, n.why(), n.byWhom(), day(n.dueOn()), n.enteredOn() == null ? "Not yet entered" : day(n.enteredOn()));
    }

    private static RecordPdf.@Nullable ContactGap gap(RecordContent.CaseDiscussion d) {
        return d.gapDecision().isEmpty() ? null : new RecordPdf.ContactGap(
                Words.sentence(d.gapDecision()), d.gapReasons(), Words.sentence(d.gapCause()), day(d.gapReviewOn()));
    }

    private static RecordPdf.Action action(RecordContent.Action a) {
        String what = a.forTheService() ? a.what() + "\n\nFor the service" : a.what();
        String carried = a.carried() == 0 ? "" : "Carried " + Words.count(a.carried(), "time");
        return new RecordPdf.Action(a.who().isEmpty() ? "Nobody named" : a.who(), what, day(a.dueOn()), carried);
    }

    private static RecordPdf.Step step(RecordContent content, RecordContent.Step step) {
        String side = step.by().equals(content.supervisee()) ? ", supervisee" : step.by().equals(content.supervisor()) ? ", supervisor" : "";
        return new RecordPdf.Step(what(step), step.by().isEmpty() ? "By itself" : step.by() + side, moment(step.at()));
    }

    private static String what(RecordContent.Step step) {
        return switch (step.state()) {
            case "shared" -> "Shared" + (step.version() == null ? "" : " (version " + step.version() + ")");
            case "drafted" -> Words.sentence(step.cause());
            case "disputed" -> "Seen differently: disputed";
            case "locked" -> "Locked" + LockedBecause.of(step.cause()).map(because -> ": " + because.words()).orElse("");
            default -> Words.sentence(step.state());
        };
    }

    private static String comment(RecordContent content) {
        return words(content, step -> step.state().equals("agreed with comment"));
    }

    private static String words(RecordContent content, Predicate<RecordContent.Step> which) {
        return content.agreeing().stream().filter(which).map(RecordContent.Step::words).collect(Collectors.joining("\n\n"));
    }

    private static RecordPdf.@Nullable Dispute dispute(RecordContent content) {
        List<RecordPdf.Addendum> texts = content.agreeing().stream().filter(step -> step.state().equals("disputed"))
                .map(step -> new RecordPdf.Addendum(step.by(), moment(step.at()), step.words())).toList();
        return texts.isEmpty() ? null : new RecordPdf.Dispute(texts, words(content, step -> step.state().equals("locked")));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : Words.day(day);
    }

    private static String moment(Instant at) {
        return Words.moment(at.atZone(Today.LONDON));
    }
}
