package org.holdfast.rights;

import io.micronaut.json.tree.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/**
 * The page of a person's own file, readable without Holdfast.
 *
 * @param madeAt when, in words
 */
public record OwnFileCopy(String name, String madeAt, List<Part> parts) {
    /** An id stands for nothing a reader knows; it is in the JSON. */
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** What one table holds. */
    public record Part(String title, List<Shown.Lines> entries) {}

    /** How a value is shown. */
    public sealed interface Shown {
        /** @param words line by line */
        record Text(List<String> words) implements Shown {}

        record Lines(List<Line> lines) implements Shown {}

        record Items(List<Shown> items) implements Shown {}
    }

    /** One value and what it is. */
    public record Line(String label, Shown value) {}

    static OwnFileCopy of(String name, String madeAt, Map<String, List<JsonNode>> parts) {
        List<Part> shown = new ArrayList<>();
        parts.forEach((title, rows) -> shown.add(new Part(title, rows.stream().map(OwnFileCopy::lines).toList())));
        return new OwnFileCopy(name, madeAt, shown);
    }

    private static Shown.Lines lines(JsonNode row) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : row.entries()) {
            if (!isEmpty(field.getValue())) {
                lines.add(new Line(label(field.getKey()), shown(field.getValue())));
            }
        }
        return new Shown.Lines(lines);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isContainerNode() && value.size() == 0
                || value.isString() && (value.getStringValue().isEmpty() || value.getStringValue().matches(ID));
    }

    /** "recordedAt" and "recorded_at" become "Recorded at"; "person_id" becomes "Person". */
    private static String label(String key) {
        String words = key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.UK);
        return Words.sentence(words.endsWith(" id") ? words.substring(0, words.length() - 3) : words);
    }

    private static Shown shown(JsonNode value) {
        if (value.isObject()) {
            return lines(value);
        }
        if (value.isArray()) {
            List<Shown> items = new ArrayList<>();
            value.values().forEach(item -> items.add(shown(item)));
            return new Shown.Items(items);
        }
        if (value.isBoolean()) {
            return new Shown.Text(List.of(value.getBooleanValue() ? "Yes" : "No"));
        }
        return new Shown.Text(words(value.coerceStringValue()).lines().toList());
    }

    /** Days and moments as everywhere in Holdfast, all else as it was written. */
    private static String words(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? Words.day(LocalDate.parse(text))
                    : text.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+(Z|[+-]\\d\\d:\\d\\d)") ? Words.moment(OffsetDateTime.parse(text).atZoneSameInstant(Today.LONDON))
                    : text;
        } catch (DateTimeException notADay) {
            return text;
        }
    }
}
