package org.holdfast.caseload;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Reads;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;
import org.holdfast.web.Choice;
import org.holdfast.web.Chromes;
import org.holdfast.web.Fact;
import org.holdfast.web.Link;
import org.holdfast.web.Missing;
import org.holdfast.web.Said;
import org.holdfast.web.Words;

/** Finds a case for a viewer, and words its page; each reading is noted. */
@Singleton
class CasePages {
    static final Said SAID = new Said(Map.ofEntries(
            Map.entry("seen-logged", CaseloadPages.SAID.sentence("seen-logged")),
            Map.entry("contact-logged", CaseloadPages.SAID.sentence("contact-logged")),
            Map.entry("attempt-logged", CaseloadPages.SAID.sentence("attempt-logged")),
            Map.entry("met-logged", CaseloadPages.SAID.sentence("met-logged")),
            Map.entry("struck", "The contact is struck out. It stays visible and no longer counts."),
            Map.entry("judged", "The risk judgement is written down."),
            Map.entry("changed", "The change is written down."),
            Map.entry("missing", "The episode is written down. Follow the missing procedure now."),
            Map.entry("found", "The end of the episode is written down."),
            Map.entry("plan-proposed", "The contact plan is proposed. It counts once the supervisor of the case agrees it."),
            Map.entry("plan-agreed", "The contact plan is agreed."),
            Map.entry("winding-down", "The end date is written down.")));

    /** How many of the newest contacts the page lists. */
    private static final int MOST_CONTACTS = 60;
    private static final int FORMS = 5;

    private final Cases cases;
    private final Contacts contacts;
    private final ContactStrips strips;
    private final Reads reads;
    private final Chromes chromes;
    private final Today today;
    private final Ids ids;

    CasePages(Cases cases, Contacts contacts, ContactStrips strips, Reads reads, Chromes chromes, Today today, Ids ids) {
        this.cases = cases;
        this.contacts = contacts;
        this.strips = strips;
        this.reads = reads;
        this.chromes = chromes;
        this.today = today;
        this.ids = ids;
    }

    /** @throws Missing where the viewer does not reach it */
    Cases.Case find(UUID id) {
        return cases.find(id, today.date()).orElseThrow(Missing::new);
    }

    /** @throws Missing where it is not open, or the viewer may not write to it */
    Cases.Case toWrite(UUID id) {
        Cases.Case found = find(id);
        if (!found.inFull() || !found.open() || found.gap() == null) {
            throw new Missing();
        }
        return found;
    }

    CasePage show(UUID id, Viewer viewer, @Nullable String said) {
        return page(find(id), viewer, CaseForms.blank(), said);
    }

    CasePage toPutRight(Cases.Case found, Viewer viewer, CaseForms forms) {
        return page(found, viewer, forms, null);
    }

    private CasePage page(Cases.Case c, Viewer viewer, CaseForms forms, @Nullable String said) {
        reads.note(viewer, "case", c.id(), c.workerId());
        LocalDate day = today.date();
        ContactGap gap = c.gap();
        boolean mayWrite = c.inFull() && c.open() && gap != null;
        List<Cases.Dated> dated = cases.dated(c.id(), c.inFull());
        List<String> once = Stream.generate(ids::next).limit(FORMS).map(UUID::toString).toList();
        return new CasePage(
                chromes.of(viewer, "/caseload").saying(SAID.sentence(said)), c.id().toString(), c.reference(), where(c, viewer),
                "People who work on this case, their supervisors and the team's manager; the centre manager without free text",
                facts(c, gap, day), missing(c, day), gap == null ? null : gap.standing(day), gap == null ? null : gap.why(day),
                c.inFull() && c.promptId() != null ? "/prompts/" + c.promptId() : null, statutory(c), mayWrite, !c.inFull(), strips.of(c.id(), c.limitDays() == null ? 28 : c.limitDays(), day),
                mayWrite ? entry(c, viewer, forms) : null, contactRows(c, mayWrite, day), episodes(c, mayWrite, day), plans(c, viewer, day),
                rows(dated, day, "short term"), rows(dated, day, "medium to long term"), rows(dated, day, "stage"),
                rows(dated, day, "opened", "need", "service type", "statutory plan"), rows(dated, day, "worker"), rows(dated, day, "decision"),
                rows(dated, day, "winding down"), forms, forms.errors(),
                levels(c.shortTermRisk(), forms.risk().shortTerm()), levels(c.mediumToLongRisk(), forms.risk().longerTerm()),
                choices(CaseTerms.STAGES, forms.standing().stage(), c.stage()), choices(CaseTerms.NEEDS, forms.standing().need(), c.need()),
                choices(CaseTerms.SERVICE_TYPES, forms.standing().serviceType(), c.serviceType()),
                choices(CaseTerms.STATUTORY_PLANS, forms.standing().statutoryPlan(), c.statutoryPlan()), kinds(forms.missing().kind()),
                CaseTerms.choices("Choose a step", CaseTerms.PLAN_STEPS, forms.plan().step()), reviewBy(c, day),
                Words.day(day.plusDays(ContactPlansController.MOST_DAYS_OF_WINDING_DOWN)), endingHint(c), once);
    }

    private static List<Link> where(Cases.Case c, Viewer viewer) {
        boolean own = c.workerId() == null || viewer.is(c.workerId());
        return own
                ? List.of(Link.to("Caseload", "/caseload"), Link.here(c.reference()))
                : List.of(Link.to("Caseload", "/caseload"), Link.to(c.worker() == null ? "Worker" : c.worker(), "/people/" + c.workerId() + "/caseload"),
                        Link.here(c.reference()));
    }

    private static List<Fact> facts(Cases.Case c, @Nullable ContactGap gap, LocalDate day) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Last seen", gap == null ? "This case is not open" : gap.lastSeen(day)));
        facts.add(Fact.of("Risk in the short term", Words.sentence(c.shortTermRisk())));
        facts.add(Fact.of("Risk in the medium to long term", Words.sentence(c.mediumToLongRisk())));
        facts.add(Fact.of("Stage", Words.sentence(c.stage())));
        facts.add(Fact.of("Need", Words.sentence(c.need())));
        facts.add(Fact.of("Statutory plan", Words.sentence(c.statutoryPlan())));
        facts.add(Fact.of("Service type", Words.sentence(c.serviceType())));
        facts.add(Fact.of("Young person's worker", c.workerId() == null ? "Nobody today" : c.worker() == null ? "Somebody of another team" : c.worker()));
        facts.add(Fact.of("Supervisor of the case", c.supervisors() == null ? "Nobody yet" : c.supervisors()));
        facts.add(Fact.of("Team", c.team() == null ? c.centre() : c.team() + ", " + c.centre()));
        if (c.openedOn() != null) {
            facts.add(Fact.of(c.open() ? "Open since" : "Last opened", Words.day(c.openedOn())));
        }
        if (c.externalReference() != null) {
            facts.add(Fact.of("In the case system", c.externalReference()));
        }
        return facts;
    }

    private static @Nullable String missing(Cases.Case c, LocalDate day) {
        return c.missingSince() == null ? null : "Missing since " + Words.day(c.missingSince()) + ", " + Words.count(daysSince(c.missingSince(), day), "day");
    }

    private static long daysSince(LocalDate from, LocalDate day) {
        return day.toEpochDay() - from.toEpochDay();
    }

    private static @Nullable String statutory(Cases.Case c) {
        return switch (c.statutoryPlan()) {
            case "child protection", "looked after" -> "A contact plan never relaxes a statutory visit. Visits under the "
                    + (c.statutoryPlan().equals("looked after") ? "care plan" : "child protection plan") + " keep their own dates.";
            default -> null;
        };
    }

    private ContactEntry entry(Cases.Case c, Viewer viewer, CaseForms forms) {
        ContactEntry blank = ContactEntry.blank(c.id(), c.reference(), ids.next(), "");
        ContactEntry entry = forms.isOpen("contact") ? blank.typed(forms.contact(), forms.errors()) : blank;
        String whose = c.works() || c.workerId() == null ? null : "Logged as " + c.worker() + "'s contact unless you choose somebody else under More.";
        return entry.of(whose, whoChoices(c, viewer, forms));
    }

    private List<Choice> whoChoices(Cases.Case c, Viewer viewer, CaseForms forms) {
        List<Cases.Worker> workers = cases.workers(c.id(), today.date());
        boolean oneself = workers.size() == 1 && viewer.is(workers.getFirst().id());
        if (workers.isEmpty() || oneself) {
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", c.works() ? "Mine" : "The worker's", null, false));
        workers.forEach(worker -> choices.add(Choice.of(worker.id().toString(), worker.name(), forms.contact().who())));
        return choices;
    }

    private List<CasePage.Contact> contactRows(Cases.Case c, boolean mayWrite, LocalDate day) {
        return contacts.newest(c.id(), c.inFull(), MOST_CONTACTS).stream().map(row -> contact(row, mayWrite, day)).toList();
    }

    private static CasePage.Contact contact(Contacts.Listed row, boolean mayWrite, LocalDate day) {
        String what = Words.sentence(row.mode()) + (row.withWhom().equals("child") ? "" : " with a " + row.withWhom()) + (row.seen() && !row.struck() ? ", seen" : "");
        return new CasePage.Contact(
                Words.shortDay(row.onDay(), day), what, details(row), row.struck(), row.struck() ? struck(row) : null,
                mayWrite && !row.struck() ? "/contacts/" + row.id() + "/strike" : null);
    }

    private static String struck(Contacts.Listed row) {
        return "Struck out" + (row.struckBy() == null ? "" : " by " + row.struckBy()) + (row.struckBecause() == null ? "" : ": " + row.struckBecause());
    }

    private static String details(Contacts.Listed row) {
        List<String> details = new ArrayList<>();
        if (row.who() != null) {
            details.add(row.who());
        }
        if (row.minutes() != null) {
            details.add(Words.count(row.minutes(), "minute"));
        }
        if (Boolean.TRUE.equals(row.seenAlone())) {
            details.add("seen alone");
        }
        if (row.outOfHours()) {
            details.add("out of hours");
        }
        if (row.crisis()) {
            details.add("crisis");
        }
        if (row.hardEvent() != null) {
            details.add("hard event: " + row.hardEvent());
        }
        return String.join(", ", details);
    }

    private List<CasePage.Episode> episodes(Cases.Case c, boolean mayWrite, LocalDate day) {
        return cases.episodes(c.id()).stream().map(e -> new CasePage.Episode(
                e.id().toString(),
                (e.kind().equals("missing") ? "Missing" : "Away") + " from " + Words.shortDay(e.startsOn(), day)
                        + (e.endsOn() == null ? ", no end yet" : " until " + Words.shortDay(e.endsOn(), day)),
                interview(e), mayWrite && e.endsOn() == null ? "/missing-episodes/" + e.id() + "/end" : null)).toList();
    }

    private static @Nullable String interview(Cases.Episode e) {
        if (e.interviewOffered() == null) {
            return null;
        }
        return e.interviewOffered()
                ? "Return interview offered" + (Boolean.TRUE.equals(e.interviewAccepted()) ? " and accepted" : ", not accepted")
                : "Return interview not offered";
    }

    private List<CasePage.Plan> plans(Cases.Case c, Viewer viewer, LocalDate day) {
        List<Cases.Plan> plans = cases.plans(c.id(), c.inFull());
        return plans.stream().map(p -> plan(p, c, viewer, day, p == plans.getFirst())).toList();
    }

    private static CasePage.Plan plan(Cases.Plan p, Cases.Case c, Viewer viewer, LocalDate day, boolean newest) {
        boolean waits = p.agreedOn() == null;
        boolean mayAgree = waits && newest && c.open() && c.supervises() && !viewer.is(p.proposedById()) && !p.reviewOn().isBefore(day);
        return new CasePage.Plan(
                Words.sentence(p.step()), "Review by " + Words.shortDay(p.reviewOn(), day),
                "Proposed" + (p.proposedBy() == null ? "" : " by " + p.proposedBy()) + " on " + Words.shortDay(p.proposedOn(), day),
                waits ? waiting(newest, c) : "Agreed by " + (p.agreedBy() == null ? "the supervisor" : p.agreedBy()) + " on " + Words.shortDay(p.agreedOn(), day),
                p.why(), mayAgree ? "/contact-plans/" + p.id() + "/agreement" : null);
    }

    private static String waiting(boolean newest, Cases.Case c) {
        if (!newest) {
            return "Never agreed";
        }
        return "Not agreed yet, so it covers nothing. It waits for " + (c.supervisors() == null ? "a supervisor" : c.supervisors()) + "; nobody agrees their own plan.";
    }

    private static List<CasePage.Dated> rows(List<Cases.Dated> dated, LocalDate day, String... what) {
        List<String> wanted = List.of(what);
        return dated.stream().filter(d -> wanted.contains(d.what())).map(d -> new CasePage.Dated(
                span(d, day), value(d, wanted.size() > 1), d.who(), d.words() == null || d.words().isBlank() ? null : d.words())).toList();
    }

    private static String span(Cases.Dated d, LocalDate day) {
        String from = Words.shortDay(d.onDay(), day);
        if (d.endsOn() == null) {
            return from;
        }
        String end = Words.shortDay(d.endsOn(), day);
        return switch (d.what()) {
            case "decision" -> from + ", review by " + end;
            default -> from + " until " + end;
        };
    }

    private static String value(Cases.Dated d, boolean mixed) {
        return mixed && !d.what().equals("opened") ? Words.sentence(d.what()) + ": " + d.value() : Words.sentence(d.value());
    }

    private static List<Choice> choices(List<String> terms, @Nullable String typed, String standing) {
        return CaseTerms.choices(terms, typed == null ? standing : typed);
    }

    private static List<Choice> levels(String standing, @Nullable String typed) {
        List<Choice> levels = new ArrayList<>();
        levels.add(new Choice("", "Not looked at now", null, typed == null || typed.isEmpty()));
        levels.add(Choice.of("unchanged", "Looked at, unchanged: " + standing, typed));
        levels.addAll(CaseTerms.choices(CaseTerms.LEVELS, typed));
        return levels;
    }

    private static List<Choice> kinds(@Nullable String typed) {
        return List.of(
                new Choice("missing", "Missing", "Nobody knows where the child is", !"away".equals(typed)),
                new Choice("away", "Away without authorisation", "It is known where the child is", "away".equals(typed)));
    }

    private static String reviewBy(Cases.Case c, LocalDate day) {
        int within = c.reviewWithin();
        String by = Words.day(day.plusDays(within)) + ", " + within + " days ahead";
        return within == 91 ? by : by + ", because risk in the short term is high or not yet clear, the child is being exploited or is missing";
    }

    private static @Nullable String endingHint(Cases.Case c) {
        if (c.shortTermRisk().equals("high") || c.shortTermRisk().equals("not yet clear")) {
            return "Winding down holds nothing back while risk in the short term is " + c.shortTermRisk() + ".";
        }
        if (c.missingSince() != null) {
            return "Winding down holds nothing back while the child is missing.";
        }
        return c.stage().equals("winding down") ? null : "It holds the 28 days back only in the stage winding down.";
    }
}
