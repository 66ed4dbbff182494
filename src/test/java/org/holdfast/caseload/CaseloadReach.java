package org.holdfast.caseload;

import java.util.List;
import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** Cases, contacts, risk, plans and caseloads: the matrix's lines "Case, contacts, risk, plan" and what follows a case. */
public final class CaseloadReach {
    /**
     * r reads the case without what people wrote; w reads every word and writes; d is its supervisor, who agrees plans;
     * t manages the team, and so changes who of it works on the case; e only ends that, where the worker is none of theirs.
     *
     * <p>AMINA works on two, NOOR with her on the second and no longer on MOVED; BEN supervises AMINA and manages the team
     * North, but does not decide about his own case; PRIYA and CARL reach what their supervisee works on; a centre manager
     * reads the centre's. ABE, an administrator, reaches nothing, not even what is allocated to him.
     */
    private static final Grid CASES = Grid.of("case", """
                | AMINAS | SHARED_WITH_NOOR | BENS | MOVED | UNALLOCATED | HILLS | ABES
        AMINA   | rw     | rw               | -    | -     | -           | -     | -
        BEN     | rwdt   | rwdt             | rwt  | -     | rwdt        | -     | -
        GRACE   | r      | r                | rwd  | r     | r           | -     | r
        NOOR    | -      | rw               | -    | -     | -           | -     | -
        PRIYA   | rw     | rw               | -    | -     | -           | -     | -
        CARL    | rwd    | rwd              | -    | -     | -           | -     | -
        OLU     | -      | -                | -    | rwdt  | -           | -     | rwde
        SUE     | -      | -                | -    | rw    | -           | -     | -
        HANA    | -      | -                | -    | -     | -           | rwd   | -
        DAN     | -      | -                | -    | -     | -           | rw    | -
        READER  | s      | s                | s    | s     | s           | s     | s
        """);

    /** o opens the caseload of that person or team; l opens the list the viewer's own work begins with. */
    private static final Grid CASELOADS = Grid.of("person", """
                | AMINA | NOOR | BEN | SUE | DAN | ABE | LIST
        AMINA   | o     | -    | -   | -   | -   | -   | l
        BEN     | o     | o    | o   | -   | -   | -   | l
        GRACE   | o     | o    | o   | o   | -   | o   | l
        NOOR    | -     | o    | -   | -   | -   | -   | l
        PRIYA   | o     | -    | -   | -   | -   | -   | l
        CARL    | o     | o    | -   | -   | -   | -   | l
        ENA     | -     | -    | -   | -   | -   | -   | l
        LEO     | -     | -    | -   | -   | -   | -   | l
        PENNY   | -     | -    | -   | -   | -   | -   | l
        OLU     | -     | -    | -   | o   | -   | -   | l
        SUE     | -     | -    | -   | o   | -   | -   | l
        TESS    | -     | -    | -   | -   | -   | -   | l
        HANA    | -     | -    | -   | -   | o   | -   | l
        DAN     | -     | -    | -   | -   | o   | -   | l
        READER  | -     | -    | -   | -   | -   | -   | s
        """);

    private static final Grid TEAMS = Grid.of("team", """
                | NORTH | SOUTH | UPPER
        BEN     | o     | -     | -
        GRACE   | o     | o     | -
        OLU     | -     | o     | -
        HANA    | -     | -     | o
        """);

    public static final Reach REACH = new Reach()
        .way("GET /cases/{id}", CASES, "r", "case")
        .way("POST /cases/{id}/standings", CASES, "w", "case", "once", "<once>", "stage", "assessing", "since", "today")
        .way("POST /cases/{id}/risk-judgements", CASES, "w", "case", "once", "<once>", "shortTerm", "medium", "longerTerm", "", "why", "New to us")
        .way("POST /cases/{id}/contacts", CASES, "w", "case", "once", "<once>", "mode", "phone", "with", "child", "day", "today")
        .way("GET /contacts/{id}/strike", CASES, "w", "contact")
        .way("POST /contacts/{id}/strike", CASES, "w", "contact", "reason", "Entered twice")
        .way("POST /cases/{id}/missing-episodes", CASES, "w", "case", "once", "<once>", "kind", "missing", "from", "today")
        .way("POST /missing-episodes/{id}/end", CASES, "w", "episode", "until", "today")
        .way("POST /cases/{id}/contact-plans", CASES, "w", "case", "once", "<once>", "step", "weekly", "why", "It helps", "reviewOn", "1 December 2026")
        .way("POST /contact-plans/{id}/agreement", CASES, "d", "plan")
        .way("POST /cases/{id}/winding-down", CASES, "w", "case", "once", "<once>", "until", "1 December 2026")
        .wayFor(List.of("LIST"), "GET /caseload", CASELOADS, "l", "person")
        .wayFor(List.of("AMINA", "NOOR", "BEN", "SUE", "DAN", "ABE"), "GET /people/{id}/caseload", CASELOADS, "o", "person")
        .way("GET /teams/{id}/caseload", TEAMS, "o", "team")
        .wayFor(List.of("LIST"), "GET /api/v1/cases", CASELOADS, "s", "person")
        .references(CASES, "rs")
        .words(CASES, "w", "closing", "judgement", "strike", "plan", "proposal", "reasons")
        .table("child_case", CASES, "case", "t.id", "rs", "", "te")
        .table("case_opening", CASES, "case", "t.case_id", "rs", "", "")
        .table("case_closure", CASES, "case", "(select o.case_id from case_opening o where o.id = t.opening_id)", "rs", "", "")
        .table("assignment", CASES, "case", "t.case_id", "rs", "t", "te")
        .table("case_history", CASES, "case", "t.case_id", "rs", "w", "")
        .table("risk_judgement", CASES, "case", "t.case_id", "rs", "w", "")
        .table("missing_episode", CASES, "case", "t.case_id", "rs", "w", "w")
        .table("contact", CASES, "case", "t.case_id", "rs", "w", "")
        .table("contact_strike", CASES, "case", "(select c.case_id from contact c where c.id = t.contact_id)", "rs", "w", "")
        .table("contact_plan", CASES, "case", "t.case_id", "rs", "w", "")
        .table("contact_plan_agreement", CASES, "case", "(select p.case_id from contact_plan p where p.id = t.plan_id)", "rs", "d", "")
        .table("winding_down", CASES, "case", "t.case_id", "rs", "w", "")
        .table("case_standing", CASES, "case", "t.case_id", "rs", "", "")
        .table("gap_decision", CASES, "case", "t.case_id", "rs", "d", "");

    private CaseloadReach() {}
}
