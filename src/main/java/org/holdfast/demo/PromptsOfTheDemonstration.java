package org.holdfast.demo;

/** What happened to prompts before the demonstration began. */
final class PromptsOfTheDemonstration {
    private PromptsOfTheDemonstration() {}

    /** The sweep of today found them all at once; they would have come up when notice was due. */
    static final String RAISED_EARLIER = """
        update prompt set raised_on = least(raised_on, since + (facts ->> 'notice')::integer)""";

    static final String STEPS_RAISED_EARLIER = """
        update prompt_step n set on_day = p.raised_on, recorded_at = (p.raised_on + time '05:30') at time zone 'Europe/London'
        from prompt p where p.id = n.prompt_id""";

    /** A recorded decision about a gap shows on the prompt it answered. */
    static final String DECIDED = """
        insert into prompt_step (id, prompt_id, number, what, by_id, on_day, recorded_at, until_on, reason)
        select new_id(d.recorded_at), p.id, 2, 'decided', d.decided_by, d.decided_on, d.recorded_at, d.review_on, d.reasons
        from gap_decision d join prompt p on p.rule = 'contact-gap' and p.case_id = d.case_id and p.since = d.gap_since""";
}
