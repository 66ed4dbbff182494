package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.web.Errors;
import org.holdfast.web.Words;
import org.holdfast.web.Written;
import org.holdfast.web.WrittenDate;
import org.holdfast.web.WrittenTime;

/**
 * What may stand in a field: how it is read as people type it, kept, and shown again.
 *
 * <p>Between typing and the database a value has one kept form, a text that {@link #sql} accepts; empty means nothing
 * was written. Two people wrote the same if their kept forms are equal.
 */
sealed interface FieldKind {
    /** The kept form of what was typed, or what to write instead. */
    Written<String> read(String typed, LocalDate today);

    /** The kept form of what the database holds, as JSON gives it. */
    default String kept(@Nullable Object stored) {
        return stored == null ? "" : stored.toString();
    }

    /** As it stands in the page's control: the same text, typed again, is kept the same. */
    default String shown(String kept) {
        return kept;
    }

    /** The value for an SQL statement, with one placeholder that takes the kept form. */
    default String sql() {
        return "nullif(?, '')";
    }

    /** Words, of at most so many characters as people count them. */
    record Text(int most) implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            Errors errors = Errors.none();
            String kept = errors.optionalText("text", typed, most);
            return errors.isEmpty() ? new Written.Read<>(kept) : new Written.Unreadable<>(errors.of("text"));
        }
    }

    record Day() implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            return typed.isBlank() ? new Written.Read<>("") : kept(WrittenDate.read(typed, today));
        }

        private static Written<String> kept(Written<LocalDate> written) {
            return switch (written) {
                case Written.Read<LocalDate>(LocalDate day) -> new Written.Read<>(day.toString());
                case Written.Unreadable<LocalDate>(String whatToWrite) -> new Written.Unreadable<>(whatToWrite);
            };
        }

        @Override
        public String shown(String kept) {
            return kept.isEmpty() ? "" : Words.day(LocalDate.parse(kept));
        }

        @Override
        public String sql() {
            return "cast(nullif(?, '') as date)";
        }
    }

    record TimeOfDay() implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            return typed.isBlank() ? new Written.Read<>("") : kept(WrittenTime.read(typed));
        }

        private static Written<String> kept(Written<LocalTime> written) {
            return switch (written) {
                case Written.Read<LocalTime>(LocalTime time) -> new Written.Read<>(Words.time(time));
                case Written.Unreadable<LocalTime>(String whatToWrite) -> new Written.Unreadable<>(whatToWrite);
            };
        }

        @Override
        public String kept(@Nullable Object stored) {
            return stored == null ? "" : Words.time(LocalTime.parse(stored.toString()));
        }

        @Override
        public String sql() {
            return "cast(nullif(?, '') as time)";
        }
    }

    /** A whole number of minutes. */
    record Minutes(int most) implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            String number = typed.strip().replaceFirst("(?i)\\s*min(ute)?s?$", "");
            boolean fits = number.matches("[0-9]{1,4}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= most;
            if (number.isEmpty() || fits) {
                return new Written.Read<>(number.isEmpty() ? "" : String.valueOf(Integer.parseInt(number)));
            }
            return new Written.Unreadable<>("Write the minutes as a number from 1 to " + most + ", such as 90");
        }

        @Override
        public String sql() {
            return "cast(nullif(?, '') as integer)";
        }
    }

    /** A box that is ticked or not. */
    record Tick() implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            return new OneOf(List.of("", "yes")).read(typed, today);
        }

        @Override
        public String kept(@Nullable Object stored) {
            return Boolean.TRUE.equals(stored) ? "yes" : "";
        }

        @Override
        public String sql() {
            return "(? = 'yes')";
        }
    }

    /** A question with the answers yes and no, which may stay open. */
    record YesOrNo() implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            return new OneOf(List.of("yes", "no")).read(typed, today);
        }

        @Override
        public String kept(@Nullable Object stored) {
            return stored == null ? "" : Boolean.TRUE.equals(stored) ? "yes" : "no";
        }

        @Override
        public String sql() {
            return "(nullif(?, '') = 'yes')";
        }
    }

    /** One of these answers, or none. */
    record OneOf(List<String> answers) implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            return typed.isEmpty() || answers.contains(typed)
                    ? new Written.Read<>(typed) : new Written.Unreadable<>("Choose one of the answers");
        }
    }

    /** A step on a numbered ladder. */
    record Step(int last) implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            boolean known = typed.isEmpty() || typed.matches("[1-9][0-9]?") && Integer.parseInt(typed) <= last;
            return known ? new Written.Read<>(typed) : new Written.Unreadable<>("Choose one of the steps");
        }

        @Override
        public String sql() {
            return "cast(nullif(?, '') as integer)";
        }
    }

    /** Any of these answers; kept and typed with commas between them. */
    record SomeOf(List<String> answers) implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            List<String> chosen = split(typed);
            return answers.containsAll(chosen)
                    ? new Written.Read<>(answers.stream().filter(chosen::contains).collect(Collectors.joining(",")))
                    : new Written.Unreadable<>("Choose from the answers");
        }

        static List<String> split(String joined) {
            return Arrays.stream(joined.split(",")).filter(answer -> !answer.isEmpty()).toList();
        }

        @Override
        public String kept(@Nullable Object stored) {
            return stored instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining(",")) : "";
        }

        @Override
        public String sql() {
            return "coalesce(string_to_array(nullif(?, ''), ','), '{}')";
        }
    }

    /** One of the two people of the session, by id. */
    record OneOfTheTwo() implements FieldKind {
        @Override
        public Written<String> read(String typed, LocalDate today) {
            return new Written.Read<>(typed);
        }

        @Override
        public String sql() {
            return "cast(nullif(?, '') as uuid)";
        }
    }
}
