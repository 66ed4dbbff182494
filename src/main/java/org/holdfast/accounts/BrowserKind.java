package org.holdfast.accounts;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** What kind of browser sent a request, in words its person knows it by: "Firefox on Windows". Versions are left out. */
final class BrowserKind {
    static final String UNKNOWN = "A browser";

    /** The first that stands in what the browser says of itself: many claim to be Chrome or Safari as well. */
    private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser", "Samsung Internet",
            "Firefox/", "Firefox", "FxiOS/", "Firefox", "CriOS/", "Chrome", "Chrome/", "Chrome", "Chromium/", "Chrome", "Safari/", "Safari");
    private static final Map<String, String> DEVICES = ordered("iPhone", "an iPhone", "iPad", "an iPad", "Android", "Android",
            "Windows", "Windows", "Macintosh", "a Mac", "CrOS", "a Chromebook", "Linux", "Linux");

    private BrowserKind() {}

    static String of(HttpRequest<?> request) {
        String said = request.getHeaders().get(HttpHeaders.USER_AGENT);
        return said == null ? UNKNOWN : first(BROWSERS, said, UNKNOWN) + on(first(DEVICES, said, ""));
    }

    private static String on(String device) {
        return device.isEmpty() ? "" : " on " + device;
    }

    private static String first(Map<String, String> words, String said, String otherwise) {
        return words.entrySet().stream().filter(word -> said.contains(word.getKey())).map(Map.Entry::getValue).findFirst().orElse(otherwise);
    }

    private static Map<String, String> ordered(String... marksAndWords) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < marksAndWords.length; i += 2) {
            ordered.put(marksAndWords[i], marksAndWords[i + 1]);
        }
        return ordered;
    }
}
