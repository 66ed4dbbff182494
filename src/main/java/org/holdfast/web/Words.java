package org.holdfast.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.holdfast.time.Today;

/** Dates, times, counts and lists as pages write them; see "Words" in the project's language rules. */
public final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private Words() {}

    /** "21 November 2026" */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "Saturday 21 November 2026" */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "21 November" in the year of today, with the year in any other. */
    public static String shortDay(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? SHORT_DAY.format(day) : day(day);
    }

    /** "14:30" */
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /** "21 November 2026 at 14:30", in the time of Europe/London. */
    public static String moment(ZonedDateTime moment) {
        ZonedDateTime london = moment.withZoneSameInstant(Today.LONDON);
        return day(london.toLocalDate()) + " at " + time(london.toLocalTime());
    }

    /** "today", "yesterday", "3 days ago", "tomorrow", "in 3 days". */
    public static String distance(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        return switch ((int) Math.clamp(days, -2, 2)) {
            case 0 -> "today";
            case -1 -> "yesterday";
            case 1 -> "tomorrow";
            case -2 -> number(-days) + " days ago";
            default -> "in " + number(days) + " days";
        };
    }

    /** "1 case", "2 cases", "no cases" is never written: zero is "0 cases". */
    public static String count(long number, String one, String many) {
        return number(number) + " " + (number == 1 ? one : many);
    }

    /** {@link #count(long, String, String)} for words whose plural takes an s. */
    public static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    /** A phrase as the beginning of a line: "line supervisor" becomes "Line supervisor". */
    public static String sentence(String phrase) {
        return phrase.isEmpty() ? phrase : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }

    /** "12,400" */
    public static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** "A", "A and B", "A, B and C"; empty for none. */
    public static String list(List<String> things) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        int last = things.size() - 1;
        return String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
