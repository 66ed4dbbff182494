package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which table a part of a request is: a system names the part after it, the page's one file field the file. */
final class PartName {
    /** The name of the page's field, in which any number of files can be chosen. */
    static final String FILES = "files";

    private static final Pattern FILE = Pattern.compile("^(?:.*[/\\\\])?(ssd_[a-z_]*[a-z])(?:[^a-z_].*)?$");
    private static final int LONGEST_SHOWN = 60;

    private PartName() {}

    static String of(@Nullable String field, @Nullable String fileName) {
        if (FILES.equals(field) && fileName != null) {
            Matcher table = FILE.matcher(fileName.toLowerCase(Locale.ROOT));
            return table.matches() ? table.group(1) : fileName;
        }
        return field == null ? "" : field;
    }

    /** What a browser sends where no file was chosen. */
    static boolean isEmptyChoice(@Nullable String field, @Nullable String fileName) {
        return FILES.equals(field) && (fileName == null || fileName.isEmpty());
    }

    static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_. -]", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHOWN));
    }
}
