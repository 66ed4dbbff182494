package org.holdfast.prompts;

import org.holdfast.access.Grid;
import org.holdfast.access.Reach;

/** Prompts: one's own, supervisees' and the team's; a centre manager sees what was escalated, which nothing here was. */
public final class PromptsReach {
    /** r reads it and what came of it; d decides about it, and nobody about their own case. */
    private static final Grid PROMPTS = Grid.of("prompt", """
                | AMINAS | SHARED_WITH_NOOR | BENS | MOVED | UNALLOCATED | HILLS | ABES
        AMINA   | r      | r                | -    | -     | -           | -     | -
        BEN     | rd     | rd               | r    | -     | rd          | -     | -
        GRACE   | -      | -                | rd   | -     | -           | -     | -
        NOOR    | -      | r                | -    | -     | -           | -     | -
        PRIYA   | r      | r                | -    | -     | -           | -     | -
        CARL    | rd     | rd               | -    | -     | -           | -     | -
        OLU     | -      | -                | -    | rd    | -           | -     | rd
        SUE     | -      | -                | -    | r     | -           | -     | -
        HANA    | -      | -                | -    | -     | -           | rd    | -
        DAN     | -      | -                | -    | -     | -           | r     | -
        """);

    public static final Reach REACH = new Reach()
        .way("GET /prompts/{id}", PROMPTS, "r", "prompt")
        .way("POST /prompts/{id}/decisions", PROMPTS, "d", "prompt", "once", "<once>", "decision", "change approach", "cause", "crisis",
            "reasons", "We try school", "reviewOn", "1 December 2026")
        .way("POST /prompts/{id}/postponements", PROMPTS, "d", "prompt", "reason", "She is back on Monday")
        .table("prompt", PROMPTS, "prompt", "t.id", "r", "", "")
        .table("prompt_step", PROMPTS, "prompt", "t.prompt_id", "r", "d", "", "what", "\"decided\"");

    private PromptsReach() {}
}
