package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Body;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.accounts.Invitations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a form or a call may say is what its record names, and never who did something, when, or that it is confirmed. */
class MassAssignmentTest {
    private static final Pattern NOT_FOR_THE_SENDER = Pattern.compile(
        "(?i)id|by|at|state|status|version|.*(confirmed|created|agreed|locked|struck|decided|set|made|shared)_?(by|at|on)|password_?hash|token_?hash|roles?|is_?admin.*");
    /** Which version somebody has read, and which role waiting for a confirmation they mean: compared with what there is, never stored. */
    private static final Set<String> MEANT = Set.of("AgreementForm.version", "DisputeForm.version", "EditRequestForm.version", "ConfirmationForm.role", "RoleForm.role");

    @RegisterExtension static final TestService service = TestService.started();

    @Test
    void noFormTakesWhatTheServiceItselfHasToSay() {
        TreeSet<String> taken = new TreeSet<>();
        for (Routes.Route route : Routes.of(service)) {
            for (Argument<?> argument : route.target().getArguments()) {
                if (argument.isAnnotationPresent(Body.class) && argument.getType().isRecord()) {
                    Arrays.stream(argument.getType().getRecordComponents()).map(RecordComponent::getName)
                        .filter(name -> NOT_FOR_THE_SENDER.matcher(name).matches())
                        .map(name -> argument.getType().getSimpleName() + "." + name)
                        .filter(name -> !MEANT.contains(name))
                        .forEach(taken::add);
                }
            }
        }
        assertEquals(new TreeSet<>(), taken);
    }

    @Test
    void whatAFormDoesNotAskForIsLeftOut() {
        Browser ada = service.browser();
        ada.post(service.bean(Invitations.class).forFirstAdministrator().orElseThrow(),
            "name", "Ada Field", "userName", "ada@example.org", "password", "kelp holds to rock",
            "role", "service centre manager", "id", UUID.randomUUID().toString());
        assertEquals(List.of("administrator"), service.asOwner().column(String.class, "select role from role_held"));
        Authenticator.setUp(ada, service.clock());
        UUID centre = UUID.randomUUID();
        service.asOwner().run("insert into centre (id, name) values (?, 'Harbour')", centre);

        Page page = ada.submit(ada.get("/people/new"), "main form", "name", "Dan Price",
            "id", UUID.randomUUID().toString(), "confirmedBy", UUID.randomUUID().toString(), "confirmedAt", "2020-01-01T00:00:00Z",
            "confirmed_at", "2020-01-01T00:00:00Z", "roles", "administrator", "leftOn", "2020-01-01", "passwordHash", "none");

        Map<String, Object> dan = page.status() == 303
            ? service.asOwner().rows("select left_on, name from person where name = 'Dan Price'").getFirst() : Map.of();
        assertEquals("Dan Price", dan.get("name"), page.status() + "");
        assertEquals(null, dan.get("left_on"));
        assertEquals(0L, service.asOwner().one(Long.class,
            "select count(*) from role_held r join person p on p.id = r.person_id where p.name = 'Dan Price' and (r.confirmed_at is not null or r.role = 'administrator')"));
        assertEquals(0L, service.asOwner().one(Long.class, "select count(*) from account a join person p on p.id = a.person_id where p.name = 'Dan Price'"));
    }
}
