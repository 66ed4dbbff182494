package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * An open question of the bank, as it stands for two people.
 *
 * @param triggers    what brings it to the front, joined by commas; empty for a question for any time
 * @param lastAskedAt the last session of the two with it on the agenda, or null
 * @param askedLast   whether that was their session before this one
 */
@MappedEntity
record Question(@Id int id, String function, String words, boolean forSupervisor, String triggers, @Nullable Instant lastAskedAt, boolean askedLast) {
    private static final int AT_MOST = 3;

    /**
     * At most three for a function: never one of the session before; first those whose trigger is true, then those that
     * were not asked for longest, in the order of the bank.
     */
    static List<Question> pick(List<Question> bank, String function, Set<String> standing) {
        return bank.stream()
                .filter(question -> question.function.equals(function) && !question.askedLast && question.mayBeAsked(standing))
                .sorted(Comparator.comparing((Question question) -> !question.isTriggered(standing))
                        .thenComparing(Question::lastAskedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Question::id))
                .limit(AT_MOST)
                .toList();
    }

    private boolean isTriggered(Set<String> standing) {
        return !triggers.isEmpty() && List.of(triggers.split(",")).stream().anyMatch(standing::contains);
    }

    /** A question about something waits until that something is there. */
    private boolean mayBeAsked(Set<String> standing) {
        return triggers.isEmpty() || isTriggered(standing);
    }
}
