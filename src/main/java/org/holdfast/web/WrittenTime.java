package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times as people write them: 14:30, 14.30, 1430, 2.30pm, 2pm, noon. A bare 2.30 is not guessed at, because it
 * almost always means the afternoon.
 */
public final class WrittenTime {
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h]?([0-5]\\d))?\\s*(am|pm)?");
    private static final int FIRST_PLAIN_MORNING_HOUR = 7;
    private static final Written<LocalTime> WRITE_A_TIME = new Written.Unreadable<>("Write a time, such as 14:30 or 2.30pm");

    private WrittenTime() {}

    public static Written<LocalTime> read(@Nullable String typed) {
        String tidied = typed == null ? "" : typed.strip().toLowerCase(Locale.UK).replace("a.m.", "am").replace("p.m.", "pm");
        return switch (tidied) {
            case "noon", "midday", "12 noon" -> new Written.Read<>(LocalTime.NOON);
            case "midnight" -> new Written.Read<>(LocalTime.MIDNIGHT);
            default -> read(TIME.matcher(tidied));
        };
    }

    private static Written<LocalTime> read(Matcher matcher) {
        if (!matcher.matches()) {
            return WRITE_A_TIME;
        }
        int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int hour = Integer.parseInt(matcher.group(1));
        return matcher.group(3) == null ? ofTwentyFour(matcher, hour, minute) : ofTwelve(matcher.group(3), hour, minute);
    }

    private static Written<LocalTime> ofTwelve(String half, int hour, int minute) {
        boolean twelveHours = hour >= 1 && hour <= 12;
        return twelveHours ? new Written.Read<>(LocalTime.of(hour % 12 + (half.equals("pm") ? 12 : 0), minute)) : WRITE_A_TIME;
    }

    private static Written<LocalTime> ofTwentyFour(Matcher matcher, int hour, int minute) {
        if (hour > 23 || matcher.group(2) == null) {
            return WRITE_A_TIME;
        }
        boolean couldBeAfternoon = matcher.group(1).length() == 1 && hour >= 1 && hour < FIRST_PLAIN_MORNING_HOUR;
        return couldBeAfternoon ? morningOrAfternoon(hour, minute) : new Written.Read<>(LocalTime.of(hour, minute));
    }

    private static Written<LocalTime> morningOrAfternoon(int hour, int minute) {
        String afternoon = Words.time(LocalTime.of(hour + 12, minute));
        String morning = Words.time(LocalTime.of(hour, minute));
        return new Written.Unreadable<>("Write " + afternoon + " for the afternoon or " + morning + " for the morning");
    }
}
