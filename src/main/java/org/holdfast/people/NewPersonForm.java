package org.holdfast.people;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.holdfast.web.Errors;
import org.holdfast.web.WrittenDate;

/** Adding somebody to the service by hand. */
@Serdeable
public record NewPersonForm(
        @Nullable String once, @Nullable String name, @Nullable String jobTitle, @Nullable String team,
        @Nullable String centre, @Nullable String startedOn) {

    static NewPersonForm empty() {
        return new NewPersonForm(null, "", "", "", "", "today");
    }

    /** As typed; never null, so that a page can show it again. */
    NewPersonForm shown() {
        return new NewPersonForm(once, or(name), or(jobTitle), or(team), or(centre), or(startedOn));
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    Errors check(LocalDate today) {
        Errors errors = Errors.none();
        errors.text("name", name, 200, "Write the person's name");
        errors.optionalText("jobTitle", jobTitle, 200);
        errors.read("startedOn", WrittenDate.read(startedOn, today));
        return errors;
    }
}
