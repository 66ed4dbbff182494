package org.holdfast.demo;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Nullable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.holdfast.database.CannotStart;
import org.holdfast.database.OwnerConnection;
import org.holdfast.time.Today;

/**
 * Loads the fictional service before the first page is served: into an embedded database that holds no centre yet, in
 * one transaction, as the setting {@code holdfast.demo} says. A second start finds it there and does nothing.
 */
@Context
@Requires(property = "holdfast.demo")
@Requires(property = "holdfast.demo", notEquals = "none")
final class LoadingTheDemonstration implements ApplicationEventListener<StartupEvent> {
    private final OwnerConnection owner;
    private final Today today;
    private final String wanted;

    LoadingTheDemonstration(@Nullable OwnerConnection owner, Today today, @Value("${holdfast.demo}") String wanted) {
        this.owner = owner;
        this.today = today;
        this.wanted = wanted;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        Size size = size();
        if (owner == null) {
            throw new CannotStart("The demonstration is only ever loaded into the database that comes along, never into one of your own.");
        }
        switch (load(size)) {
            case Loading.Loaded loaded -> System.out.println("The demonstration is loaded: " + loaded.cases() + " cases of people who do not exist.");
            case Loading.Refused _ -> { }
        }
    }

    private Size size() {
        return Arrays.stream(Size.values()).filter(size -> size.code().equals(wanted)).findFirst().orElseThrow(() ->
            new CannotStart("There is no demonstration called \"" + wanted + "\"; choose one of " + String.join(", ", Size.codes()) + "."));
    }

    private Loading.Outcome load(Size size) {
        try (Connection connection = owner.open()) {
            return new Loading(connection, today.now()).load(size);
        } catch (SQLException e) {
            throw new CannotStart("The demonstration could not be loaded: " + e.getMessage().strip(), e);
        }
    }
}
