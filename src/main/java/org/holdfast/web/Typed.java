package org.holdfast.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Remembers, for the length of one request, what a form brought: when the database or the browser session has gone,
 * the answer hands it back, so that no typed word is lost.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public final class Typed implements Ordered {
    /** The attribute of a request that says whose browser session has ended, and the field that carries it on. */
    static final String BY = "typed-by";

    private static final String REMEMBERED = "holdfast.typed";
    private static final int A_LINE = 40;
    private static final Pattern SECRET = Pattern.compile("password|passphrase|secret|token", Pattern.CASE_INSENSITIVE);
    /** What a form carries for the service alone: which button was pressed, and how its fields were shown. */
    private static final Set<String> CARRIED = Set.of("do", "as-shown");
    private static final Pattern REFERENCE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]*");

    /** One field of a form that was sent. */
    public record Field(String name, String value) {
        /** A reference the form carried rather than something a person typed; sent again, but not shown. */
        public boolean isHidden() {
            return REFERENCE.matcher(value).matches() || CARRIED.contains(name);
        }

        /** A word or two, which needs no more than a line. */
        public boolean isShort() {
            return value.length() <= A_LINE && !value.contains("\n");
        }

        /** "whatWasDecided" and "what-was-decided" are read as "What was decided". */
        public String label() {
            String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[-_.\\[\\]]+", " ").strip().toLowerCase(Locale.UK);
            return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        }
    }

    @Override
    public int getOrder() {
        return SecurityHeaders.ORDER + 20;
    }

    @RequestFilter
    void remember(HttpRequest<?> request) {
        if (isForm(request) && request instanceof ServerHttpRequest<?> arriving) {
            request.setAttribute(REMEMBERED, arriving.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST).buffer()
                    .thenApply(CloseableAvailableByteBody::toByteArray));
        }
    }

    /** What the form brought, in its order; nothing at all where it brought a password or the like. */
    static List<Field> in(HttpRequest<?> request) {
        List<Field> fields = request.getAttribute(REMEMBERED)
                .map(remembered -> ((CompletableFuture<?>) remembered).getNow(null))
                .map(bytes -> fields(new String((byte[]) bytes, StandardCharsets.UTF_8)))
                .orElse(List.of());
        return fields.stream().anyMatch(field -> SECRET.matcher(field.name()).find()) ? List.of() : fields;
    }

    /** Whose words a form brought back after their browser session had ended; null for any other form. */
    public static @Nullable String by(HttpRequest<?> request) {
        return in(request).stream().filter(field -> field.name().equals(BY)).map(Field::value).findFirst().orElse(null);
    }

    /** What to hand back: what was typed, and whose it is. Empty where nothing was typed. */
    static List<Field> toHandBack(HttpRequest<?> request) {
        List<Field> typed = in(request);
        Optional<Field> by = request.getAttribute(BY, UUID.class).map(was -> new Field(BY, was.toString()));
        boolean known = typed.isEmpty() || by.isEmpty() || typed.stream().anyMatch(field -> field.name().equals(BY));
        return known ? typed : Stream.concat(typed.stream(), by.stream()).toList();
    }

    private static boolean isForm(HttpRequest<?> request) {
        return request.getContentType().filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals).isPresent();
    }

    private static List<Field> fields(String body) {
        return Arrays.stream(body.split("&")).flatMap(Typed::field).filter(field -> !field.value().isBlank()).toList();
    }

    private static Stream<Field> field(String pair) {
        int equals = pair.indexOf('=');
        try {
            return equals < 1 ? Stream.empty() : Stream.of(new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
        } catch (IllegalArgumentException notAForm) {
            return Stream.empty();
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
