package org.holdfast.house;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;

/** What chance puts into a request: things people type, things they never would, and things nobody can read. */
final class FuzzedValues {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "X");
    private static final List<String> CONTENT_TYPES = List.of("application/x-www-form-urlencoded", "application/json", "text/plain", "application/xml",
        "multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded; charset=utf-16", "nonsense", "a/b; c", "");
    private static final List<String> ACCEPTS = List.of("application/json", "text/html", "*/*", "", "image/png", "text/html;q=nonsense", "a/b/c", "application/pdf", ",,,");
    private static final List<String> PATHS = List.of("..", "%2e%2e%2f", "%00", "%ff%fe", "%", "%zz", "-1", "0", "null", "undefined", "%F0%9F%8C%8A", "%0d%0aX:%20y",
        "'", "%22", "%3Cscript%3E", ";", "a%2Fb", "*", "new", "{id}", "00000000-0000-0000-0000-000000000000", "01900000-0000-7000-8000-00000000000g");
    private static final List<String> WORDS = List.of("", " ", "0", "-1", "1", "28", "99999999999999999999", "1e309", "NaN", "true", "yes", "on", "null",
        "21/11/2026", "31/02/2026", "29 Feb", "today", "next Monday", "0000-00-00", "999999-12-31", "-999999999-01-01", "2026-11-21T10:30:00Z", "25:61", "2pm", "14:30",
        "in person", "phone", "attempted", "practitioner", "administrator", "one-to-one", "save", "share", "add-action", "add-case",
        "'; drop table person; --", "<script>alert(1)</script>", "${7*7}", "../../etc/passwd", "\u0000", "a\u0000b", "\uD83C\uDF0A\uD83E\uDEB8", "\u202Eabc", "\uD800",
        "\r\n\r\n", "Ａｄａ", "ſ", "İ", "ß", "e\u0301", "=1+1", "@SUM(A1)", "\t", "%", "%s%n", "{}", "[]", "[[[[", "\"", "\\");
    private static final List<String> HEADERS = List.of("X-Polling: true", "Referer: http://[::1", "Referer: %%%", "If-Modified-Since: yesterday", "If-None-Match: *",
        "Range: bytes=0-0,-1", "Accept-Language: xx-XX-xx", "Accept-Encoding: gzip;q=0, nonsense", "Authorization: Bearer nonsense", "Authorization: Basic %%%", "Authorization:",
        "X-HTTP-Method-Override: DELETE", "X-Forwarded-For: nonsense", "X-Forwarded-For: 1.2.3.4, 5.6.7.8", "X-Forwarded-Host: elsewhere.example", "Forwarded: for=x",
        "Expect: 100-continue", "HX-Request: true", "Access-Control-Request-Method: PUT", "User-Agent: \u0001", "User-Agent:", "Content-Encoding: gzip", "Upgrade: h2c");

    private final Random chance;

    FuzzedValues(Random chance) {
        this.chance = chance;
    }

    private <T> T any(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }

    String method() {
        return any(METHODS);
    }

    String accept() {
        return any(ACCEPTS);
    }

    /** Mostly what the route takes, so that its own code is reached. */
    String contentType(boolean mostlyAForm) {
        return mostlyAForm && chance.nextInt(4) > 0 ? CONTENT_TYPES.getFirst() : any(CONTENT_TYPES);
    }

    String inAPath() {
        return switch (chance.nextInt(4)) {
            case 0 -> "x".repeat(1 + chance.nextInt(3000));
            case 1 -> new UUID(chance.nextLong(), chance.nextLong()).toString();
            default -> any(PATHS);
        };
    }

    String inAHeader() {
        byte[] bytes = new byte[chance.nextInt(60)];
        chance.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
    }

    /** None or one header, with its line end. */
    String header() {
        return chance.nextInt(3) > 0 ? "" : any(HEADERS) + "\r\n";
    }

    String query(Map<String, List<String>> fields) {
        if (chance.nextInt(3) > 0) {
            return "";
        }
        String name = chance.nextBoolean() ? any(List.of("said", "page", "since", "to", "case", "team", "state", "apply", "centre", "once")) : any(List.copyOf(fields.keySet()));
        return "?" + encoded(name) + "=" + (chance.nextInt(5) == 0 ? any(PATHS) : encoded(value(List.of())));
    }

    byte[] body(String contentType, Map<String, List<String>> fields, List<String> ids) {
        if (chance.nextInt(15) == 0) {
            byte[] noise = new byte[chance.nextInt(2000)];
            chance.nextBytes(noise);
            return noise;
        }
        String body = contentType.contains("json") ? json(fields, ids, 3) : contentType.startsWith("multipart") ? multipart(fields, ids) : form(fields, ids);
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private String form(Map<String, List<String>> fields, List<String> ids) {
        StringJoiner form = new StringJoiner("&");
        List<String> names = new ArrayList<>(fields.keySet());
        int most = chance.nextInt(names.size() + 1);
        for (int i = 0; i < most; i++) {
            String name = any(names);
            String value = chance.nextInt(3) > 0 ? any(fields.get(name)) : value(ids);
            form.add(encoded(name) + (chance.nextInt(40) == 0 ? "%" : "=") + encoded(value));
        }
        return form.toString();
    }

    private String json(Map<String, List<String>> fields, List<String> ids, int depth) {
        return switch (chance.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> "\"" + value(ids).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case 1 -> any(List.of("null", "true", "0", "-1", "1e400", "12345678901234567890", "{", "\"", "[1,", "", "NaN"));
            case 2 -> "\"" + any(ids) + "\"";
            case 3 -> "[" + json(fields, ids, depth - 1) + "," + json(fields, ids, depth - 1) + "]";
            default -> {
                StringJoiner object = new StringJoiner(",", "{", "}");
                List<String> names = List.of("viewer", "part", "partId", "field", "base", "key", "value", any(List.copyOf(fields.keySet())));
                names.forEach(name -> object.add("\"" + name + "\":" + json(fields, ids, depth - 1)));
                yield object.toString();
            }
        };
    }

    private String multipart(Map<String, List<String>> fields, List<String> ids) {
        StringBuilder parts = new StringBuilder();
        for (int i = chance.nextInt(4); i > 0; i--) {
            String name = chance.nextBoolean() ? any(List.of("ssd_involvements", "ssd_professionals", "ssd_person", "ssd_cin_visits")) : any(List.copyOf(fields.keySet()));
            parts.append("--x\r\nContent-Disposition: form-data; name=\"").append(name).append("\"; filename=\"").append(any(PATHS)).append("\"\r\n\r\n")
                .append(chance.nextBoolean() ? "invo_involvements_id,invo_person_id\r\n1," + value(ids) : value(ids)).append("\r\n");
        }
        return parts + (chance.nextInt(4) > 0 ? "--x--\r\n" : "");
    }

    private String value(List<String> ids) {
        return switch (chance.nextInt(12)) {
            case 0 -> any(WORDS).repeat(1 + chance.nextInt(300));
            case 1 -> "long ".repeat(chance.nextInt(chance.nextInt(20) == 0 ? 200_000 : 6_000));
            case 2, 3 -> ids.isEmpty() ? "" : any(ids);
            case 4 -> inAHeader();
            default -> any(WORDS);
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
