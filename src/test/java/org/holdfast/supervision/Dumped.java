package org.holdfast.supervision;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bytes somebody took away, and whether a word is in them: plain, in UTF-16, in base64 and hexadecimal digits, and in
 * whatever these or a packed stream at any place in them unfold to.
 */
final class Dumped {
    private static final int DEEPEST = 3;
    private static final int GZIP_HEADER = 10;
    private static final int LONGEST_STREAM = 4 << 20;
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){8,}");
    private static final Pattern BASE_64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}={0,2}");

    private final List<String> forms = new ArrayList<>();

    Dumped(byte[] bytes) {
        unfold(bytes, 0);
    }

    boolean holds(String word) {
        return forms.stream().anyMatch(form -> form.contains(word.toLowerCase(Locale.ROOT)));
    }

    private void unfold(byte[] bytes, int depth) {
        add(bytes, UTF_8);
        for (int from = 0; from < 2; from++) {
            byte[] shifted = java.util.Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
            add(shifted, StandardCharsets.UTF_16LE);
            add(shifted, StandardCharsets.UTF_16BE);
        }
        if (depth == DEEPEST) {
            return;
        }
        String letters = new String(bytes, ISO_8859_1);
        for (Matcher hex = HEX.matcher(letters); hex.find();) {
            unfold(HexFormat.of().parseHex(hex.group()), depth + 1);
        }
        for (Matcher base64 = BASE_64.matcher(letters); base64.find();) {
            String digits = base64.group().replace('-', '+').replace('_', '/').replace("=", "");
            for (int from = 0; from < 4; from++) {
                int length = digits.length() - from;
                unfold(Base64.getDecoder().decode(digits.substring(from, from + length - (length % 4 == 1 ? 1 : 0))), DEEPEST);
            }
        }
        for (int at = 0; at < bytes.length - 2; at++) {
            inflate(bytes, at, depth);
        }
    }

    private void add(byte[] bytes, Charset charset) {
        forms.add(new String(bytes, charset).toLowerCase(Locale.ROOT));
    }

    /** A zlib stream, as in a PDF, says so in its first two bytes, a gzip stream in its first three and begins ten later. */
    private void inflate(byte[] bytes, int at, int depth) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        if ((first & 0x0f) == 8 && ((first << 8) + second) % 31 == 0) {
            inflate(bytes, at, false, depth);
        }
        if (first == 0x1f && second == 0x8b && bytes[at + 2] == 8 && at + GZIP_HEADER < bytes.length) {
            inflate(bytes, at + GZIP_HEADER, true, depth);
        }
    }

    private void inflate(byte[] bytes, int at, boolean bare, int depth) {
        Inflater inflater = new Inflater(bare);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            inflater.setInput(bytes, at, bytes.length - at);
            byte[] some = new byte[4096];
            int read;
            while (out.size() < LONGEST_STREAM && (read = inflater.inflate(some)) > 0) {
                out.write(some, 0, read);
            }
            if (!inflater.finished()) {
                return;
            }
        } catch (DataFormatException noStream) {
            return;
        } finally {
            inflater.end();
        }
        if (out.size() >= 8) {
            unfold(out.toByteArray(), depth + 1);
        }
    }
}
