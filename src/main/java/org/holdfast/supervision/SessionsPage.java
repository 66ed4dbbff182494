package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.web.Chrome;
import org.holdfast.web.Link;
import org.holdfast.web.Words;

/**
 * The list of a viewer's sessions, each hat apart.
 *
 * @param hats    as supervisor and as supervisee; a hat without any session and without anybody to meet is left out
 * @param teams   dates in the viewer's teams and centres, in which they take no part
 * @param manages whether the viewer manages anybody, so that an empty list of dates says so
 */
public record SessionsPage(
        Chrome chrome, List<Link> where, String whoCanSee, List<Row> waiting, List<Hat> hats, List<Row> teams, boolean manages, boolean canPlan) {

    /** The sessions somebody has in one hat. */
    public record Hat(String id, String heading, List<Row> upcoming, List<Row> past) {
        private static final int PAST_AT_ONCE = 8;

        /** The latest of the past ones. */
        public List<Row> latest() {
            return past.stream().limit(PAST_AT_ONCE).toList();
        }

        public List<Row> earlier() {
            return past.stream().skip(PAST_AT_ONCE).toList();
        }

        public boolean isEmpty() {
            return upcoming.isEmpty() && past.isEmpty();
        }
    }

    /** One session. */
    public record Row(String href, String who, String when, String kind, String standing, @Nullable String detail) {}

    static SessionsPage of(Chrome chrome, UUID me, LocalDate today, List<Waiting> waiting, List<Session> upcoming, List<Session> past,
                           List<Session> teams, List<Partner> partners, boolean manages) {
        List<Hat> hats = List.of(
                hat("supervisor", "As supervisor", upcoming, past, session -> session.about().isSupervisor(me), me, today),
                hat("supervisee", "As supervisee", upcoming, past, session -> session.about().isSupervisee(me), me, today));
        return new SessionsPage(
                chrome, List.of(Link.to("Home", "/"), Link.here("Sessions")), "You. Each session is seen by the two people in it; managers see dates",
                waiting.stream().map(SessionsPage::waiting).toList(),
                hats.stream().filter(hat -> !hat.isEmpty() || partners.stream().anyMatch(p -> p.viewerSupervises() == hat.id().equals("supervisor"))).toList(),
                teams.stream().map(session -> row(session, null, today)).toList(), manages, !partners.isEmpty());
    }

    private static Hat hat(String id, String heading, List<Session> upcoming, List<Session> past, Predicate<Session> mine, UUID me, LocalDate today) {
        return new Hat(id, heading, upcoming.stream().filter(mine).map(session -> row(session, me, today)).toList(),
                past.stream().filter(mine).map(session -> row(session, me, today)).toList());
    }

    private static Row waiting(Waiting waiting) {
        Particulars about = waiting.session().about();
        return new Row(waiting.href(), waiting.step(), waiting.with(), about.kind().label(), SessionWords.standing(waiting.session()), null);
    }

    private static Row row(Session session, @Nullable UUID me, LocalDate today) {
        Particulars about = session.about();
        return new Row("/sessions/" + session.id(),
                me == null ? about.supervisee().name() + " with " + about.supervisor().name() : about.other(me).name(),
                SessionWords.time(about) + ", " + Words.distance(about.day(), today), about.kind().label(), SessionWords.standing(session),
                about.moves() == 0 ? null : SessionWords.moves(about));
    }
}
