package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads dates as people write them: 21/11/2026, 21.11.26, 21 Nov, Saturday 21st November 2026, 2026-11-21, today,
 * yesterday, tomorrow, next Monday, last Friday. Day first, as in Britain. Without a year, the nearest such day to today
 * is meant. A bare "Monday" is not guessed at.
 */
public final class WrittenDate {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})(?:\\s*[-/. ]\\s*(\\d{4}|\\d{2}))?");
    private static final Pattern NAMED_MONTH = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:of )?([a-z]{3,9})\\.?(?:[-/., ]*(\\d{4}|\\d{2}))?");
    private static final Pattern NAMED_DAY = Pattern.compile("(last|next|on)? ?([a-z]{3,9})");
    private static final Pattern LEADING_DAY = Pattern.compile("^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[, ]+(?=\\d)");

    private static final int EARLIEST_YEAR = 1950;
    private static final int LATEST_YEAR = 2100;
    private static final int YEARS_AROUND = 8;

    private final LocalDate today;

    private WrittenDate(LocalDate today) {
        this.today = today;
    }

    /** @param today the day that "tomorrow" and dates without a year are seen from */
    public static Written<LocalDate> read(@Nullable String typed, LocalDate today) {
        return new WrittenDate(today).read(typed == null ? "" : tidied(typed));
    }

    private static String tidied(String typed) {
        String lower = typed.strip().toLowerCase(Locale.UK).replaceAll("\\s+", " ");
        return LEADING_DAY.matcher(lower).replaceFirst("");
    }

    private Written<LocalDate> read(String typed) {
        return switch (typed) {
            case "" -> writeADate();
            case "today" -> new Written.Read<>(today);
            case "yesterday" -> new Written.Read<>(today.minusDays(1));
            case "tomorrow" -> new Written.Read<>(today.plusDays(1));
            default -> readNumbers(typed);
        };
    }

    private Written<LocalDate> readNumbers(String typed) {
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        if (yearFirst.matches()) {
            return date(number(yearFirst, 3), number(yearFirst, 2), number(yearFirst, 1));
        }
        Matcher dayFirst = NUMBERS.matcher(typed);
        if (dayFirst.matches()) {
            return date(number(dayFirst, 1), number(dayFirst, 2), year(dayFirst));
        }
        return readNames(typed);
    }

    private Written<LocalDate> readNames(String typed) {
        Matcher namedMonth = NAMED_MONTH.matcher(typed);
        if (namedMonth.matches()) {
            return month(namedMonth.group(2))
                    .map(month -> date(number(namedMonth, 1), month.getValue(), year(namedMonth)))
                    .orElseGet(this::writeADate);
        }
        Matcher namedDay = NAMED_DAY.matcher(typed);
        return namedDay.matches()
                ? dayOfWeek(namedDay.group(2)).map(day -> near(day, namedDay.group(1))).orElseGet(this::writeADate)
                : writeADate();
    }

    private Written<LocalDate> near(DayOfWeek day, @Nullable String side) {
        if ("next".equals(side)) {
            return new Written.Read<>(today.with(TemporalAdjusters.next(day)));
        }
        if ("last".equals(side)) {
            return new Written.Read<>(today.with(TemporalAdjusters.previous(day)));
        }
        String name = day.getDisplayName(TextStyle.FULL, Locale.UK);
        return new Written.Unreadable<>("Say which " + name + ": write last " + name + ", next " + name + " or the date");
    }

    private Written<LocalDate> date(int day, int month, @Nullable Integer year) {
        if (month < 1 || month > 12) {
            return new Written.Unreadable<>("There are 12 months. Write the day first, such as " + example());
        }
        if (year != null && (year < EARLIEST_YEAR || year > LATEST_YEAR)) {
            return new Written.Unreadable<>("Check the year. Write a date such as " + example());
        }
        return year == null ? nearest(day, month) : exact(day, YearMonth.of(year, month));
    }

    private Written<LocalDate> exact(int day, YearMonth month) {
        return month.isValidDay(day)
                ? new Written.Read<>(month.atDay(day))
                : noSuchDay(name(month.getMonth()) + " " + month.getYear(), month.lengthOfMonth());
    }

    /** 29 February is meant in the nearest year that has one. */
    private Written<LocalDate> nearest(int day, int month) {
        int year = today.getYear();
        return IntStream.rangeClosed(year - YEARS_AROUND, year + YEARS_AROUND)
                .mapToObj(near -> YearMonth.of(near, month))
                .filter(near -> near.isValidDay(day))
                .map(near -> near.atDay(day))
                .min(Comparator.comparingLong(date -> Math.abs(ChronoUnit.DAYS.between(today, date))))
                .<Written<LocalDate>>map(Written.Read::new)
                .orElseGet(() -> noSuchDay(name(Month.of(month)), Month.of(month).maxLength()));
    }

    private Written<LocalDate> noSuchDay(String month, int length) {
        return new Written.Unreadable<>(month + " has " + length + " days. Write a date such as " + example());
    }

    private Written<LocalDate> writeADate() {
        return new Written.Unreadable<>("Write a date, such as " + example());
    }

    private String example() {
        return Words.day(today);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static @Nullable Integer year(Matcher matcher) {
        String written = matcher.group(3);
        if (written == null) {
            return null;
        }
        int year = Integer.parseInt(written);
        return written.length() == 2 ? 2000 + year : year;
    }

    private static Optional<Month> month(String name) {
        String asked = name.equals("sept") ? "sep" : name;
        return Arrays.stream(Month.values()).filter(month -> isShortFor(asked, name(month))).findFirst();
    }

    private static Optional<DayOfWeek> dayOfWeek(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> isShortFor(name, day.getDisplayName(TextStyle.FULL, Locale.UK)))
                .findFirst();
    }

    private static boolean isShortFor(String shortened, String full) {
        return full.toLowerCase(Locale.UK).startsWith(shortened);
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
