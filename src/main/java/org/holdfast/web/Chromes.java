package org.holdfast.web;

import static org.holdfast.access.Role.ADMINISTRATOR;
import static org.holdfast.access.Role.PRACTITIONER;
import static org.holdfast.access.Role.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Role.TEAM_MANAGER;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.access.Role;
import org.holdfast.access.Viewer;
import org.holdfast.time.Today;

/** Makes what stands around a page, for one viewer at one place. */
@Singleton
public final class Chromes {
    private record Way(String label, String href, Set<Role> roles) {
        boolean isOpenTo(Viewer viewer) {
            return viewer.isSignedIn() && (roles.isEmpty() || viewer.roles().stream().anyMatch(roles::contains));
        }

        Link from(String path) {
            boolean current = href.equals("/") ? path.equals("/") : (path + "/").startsWith(href + "/");
            return new Link(label, href, current);
        }
    }

    private static final Set<Role> EVERYBODY = Set.of();

    private static final List<Way> WAYS = List.of(
            new Way("Home", "/", EVERYBODY),
            new Way("Caseload", "/caseload", EnumSet.of(PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER)),
            new Way("Sessions", "/sessions", EnumSet.of(PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER)),
            new Way("People", "/people", EnumSet.of(TEAM_MANAGER, SERVICE_CENTRE_MANAGER, ADMINISTRATOR)),
            new Way("Import", "/intake", EnumSet.of(ADMINISTRATOR)),
            new Way("Security", "/security-events", EnumSet.of(ADMINISTRATOR)));

    private final Today today;
    private final Clock clock;
    private final boolean demonstration;

    Chromes(Today today, Clock clock, @Value("${holdfast.demo:none}") String demo) {
        this.today = today;
        this.clock = clock;
        this.demonstration = !demo.equals("none");
    }

    /**
     * @param currentPath the path of the page, such as {@code /caseload/people/...}; the way it lies on is marked
     */
    public Chrome of(Viewer viewer, String currentPath) {
        return new Chrome(
                viewer.isSignedIn(), viewer.name(), demonstration, Words.weekday(today.date()),
                waysOf(viewer, currentPath), Presence.of(viewer, clock), null);
    }

    private static List<Link> waysOf(Viewer viewer, String path) {
        return WAYS.stream().filter(way -> way.isOpenTo(viewer)).map(way -> way.from(path)).toList();
    }
}
