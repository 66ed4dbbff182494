package org.holdfast.prompts;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.holdfast.prompts.History.Assignment;
import org.holdfast.prompts.History.Contact;
import org.holdfast.prompts.History.Ending;
import org.holdfast.prompts.History.Missing;
import org.holdfast.prompts.History.Opening;
import org.holdfast.prompts.History.Plan;
import org.holdfast.prompts.History.Value;

/** Invents cases whose dates lie around the days on which the rule changes its mind. */
final class Histories {
    private static final List<Integer> EDGES = List.of(
            0, 1, 6, 7, 8, 13, 14, 15, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 34, 35, 36, 41, 42, 43, 83, 84, 85, 90, 91, 92, 182, 183, 184);

    private final LocalDate anchor;

    /** @param anchor the day most questions will be about */
    Histories(LocalDate anchor) {
        this.anchor = anchor;
    }

    Arbitrary<History> any() {
        return Combinators.combine(
                        Combinators.combine(Arbitraries.of(true, false), openings()).as(Place::new), assignments(), contacts(),
                        values("preventative", "recovery", "not stated"), values("vulnerable", "being exploited"),
                        values("engaging", "winding down", "winding down"),
                        Combinators.combine(values("low", "medium", "low", "high", "not yet clear"), missing()).as(Danger::new),
                        Combinators.combine(plans(), endings()).as(Agreed::new))
                .as((place, assignments, contacts, services, needs, stages, danger, agreed) -> new History(
                        place.second, place.openings, assignments, contacts, services, needs, stages, danger.risks, danger.missing,
                        agreed.plans, agreed.endings));
    }

    private record Place(boolean second, List<Opening> openings) {}

    private record Danger(List<Value> risks, List<Missing> missing) {}

    private record Agreed(List<Plan> plans, List<Ending> endings) {}

    private static Arbitrary<Integer> span() {
        return Arbitraries.oneOf(Arbitraries.of(EDGES), Arbitraries.integers().between(0, 300));
    }

    private Arbitrary<LocalDate> day() {
        return span().map(anchor::minusDays);
    }

    private Arbitrary<List<Opening>> openings() {
        Arbitrary<Opening> open = day().map(opened -> new Opening(opened, null));
        Arbitrary<List<Opening>> once = open.map(List::of);
        Arbitrary<List<Opening>> again = Combinators.combine(span(), span(), span(), Arbitraries.of(true, false)).as((length, pause, ago, closed) -> {
            LocalDate second = anchor.minusDays(ago);
            LocalDate end = second.minusDays(pause);
            return List.of(new Opening(end.minusDays(length), end), new Opening(second, closed ? second.plusDays(length) : null));
        });
        return Arbitraries.oneOf(once, once, again);
    }

    private Arbitrary<List<Assignment>> assignments() {
        return Combinators.combine(Arbitraries.of("young person's worker", "young person's worker", "co-worker", "parent/carer worker"), day(), span(), Arbitraries.of(true, false))
                .as((role, starts, length, ended) -> new Assignment(role, starts, ended ? starts.plusDays(length) : null))
                .list().ofMinSize(0).ofMaxSize(4);
    }

    private Arbitrary<List<Contact>> contacts() {
        return Combinators.combine(day(), Arbitraries.of(true, true, false), Arbitraries.of(true, false, false, false)).as(Contact::new)
                .list().ofMaxSize(4);
    }

    private Arbitrary<List<Value>> values(String... is) {
        return Combinators.combine(Arbitraries.of(is), day()).as(Value::new).list().ofMaxSize(3);
    }

    private Arbitrary<List<Missing>> missing() {
        return Combinators.combine(Arbitraries.of("missing", "away"), day(), span(), Arbitraries.of(true, true, false))
                .as((kind, starts, length, ended) -> new Missing(kind, starts, ended ? starts.plusDays(length) : null))
                .list().ofMaxSize(1);
    }

    private Arbitrary<List<Plan>> plans() {
        return Combinators.combine(
                        Arbitraries.of("near daily", "weekly", "fortnightly", "monthly", "six-weekly", "twice a year", "paused with the door open"),
                        day(), span(), Arbitraries.of(true, true, false))
                .as((step, agreed, ahead, isAgreed) -> new Plan(step, agreed.plusDays(ahead), isAgreed ? agreed : null))
                .list().ofMaxSize(2);
    }

    private Arbitrary<List<Ending>> endings() {
        return Combinators.combine(day(), span()).as((recorded, ahead) -> new Ending(recorded.plusDays(Math.min(ahead, 84)), recorded))
                .list().ofMaxSize(2);
    }
}
