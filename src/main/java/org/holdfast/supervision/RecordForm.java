package org.holdfast.supervision;

import io.micronaut.core.annotation.Nullable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.web.Missing;
import org.holdfast.web.SentId;

/**
 * The page's form as it came back: every field, the revision it was shown at, how each field was shown, and what is to
 * be done besides saving.
 */
final class RecordForm {
    private final Map<String, Object> sent;

    RecordForm(@Nullable Map<String, Object> sent) {
        this.sent = sent == null ? Map.of() : sent;
    }

    /** What was typed in a field; several ticked answers with commas between them, empty where nothing came. */
    String text(String name) {
        return switch (sent.get(name)) {
            case null -> "";
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(","));
            case Object one -> one.toString();
        };
    }

    /** @throws Missing where the form carries no proper once-only key, as no page of ours does */
    UUID once() {
        return SentId.read(text("once")).orElseThrow(Missing::new);
    }

    int base() {
        String base = text("base");
        return base.matches("[0-9]{1,9}") ? Integer.parseInt(base) : 0;
    }

    /** What to do besides saving: a word, and what it is about after colons. */
    String[] doing() {
        return text("do").split(":", -1);
    }

    /** The fields of that sheet somebody changed on the page, with what they typed. */
    Map<FieldName, String> changed(Sheet sheet) {
        Map<FieldName, String> changed = new LinkedHashMap<>();
        for (String mark : text("as-shown").split(" ")) {
            int equals = mark.indexOf('=');
            if (equals > 0) {
                addIfChanged(changed, sheet, mark.substring(0, equals), mark.substring(equals + 1));
            }
        }
        return changed;
    }

    private void addIfChanged(Map<FieldName, String> changed, Sheet sheet, String name, String digest) {
        String typed = text(name);
        if (!Shown.digest(typed).equals(digest)) {
            FieldName.of(name).filter(field -> field.part().sheet == sheet).ifPresent(field -> changed.put(field, typed));
        }
    }
}
