package org.holdfast.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * GOV.UK Frontend's stylesheet (MIT) in our colours and typeface. Its own typeface and crest are licensed for GOV.UK
 * services only and are taken out, not just overruled. Every colour becomes a named one, which {@code holdfast.css}
 * gives its value by day and by night; and all of it goes into a cascade layer, so that any rule of ours wins.
 */
final class GovukStyles {
    private static final String LICENCE = "/*! GOV.UK Frontend, Crown Copyright, MIT licence; colours and typeface changed */\n";

    private static final Pattern FONT_FILES = Pattern.compile("(/\\*!.*?\\*/)?@font-face\\{[^}]*}", Pattern.DOTALL);
    private static final Pattern CREST = Pattern.compile("url\\(/assets/[^)]*\\)");
    private static final Pattern WHITE_TEXT = Pattern.compile("(?<![-a-z])color:#fff\\b");

    private static final Map<String, String> COLOURS = new LinkedHashMap<>();

    static {
        COLOURS.put("#0b0c0c", "ink");
        COLOURS.put("#505a5f", "quiet");
        COLOURS.put("#b1b4b6", "line");
        COLOURS.put("#f3f2f1", "wash");
        COLOURS.put("#dbdad9", "wash-strong");
        COLOURS.put("#c1c3c5", "wash-strong");
        COLOURS.put("#1d70b8", "accent");
        COLOURS.put("#1a65a6", "accent");
        COLOURS.put("#003078", "accent-strong");
        COLOURS.put("#4c2c92", "visited");
        COLOURS.put("#d4351c", "alarm");
        COLOURS.put("#aa2a16", "alarm-strong");
        COLOURS.put("#942514", "alarm-strong");
        COLOURS.put("#00703c", "accent");
        COLOURS.put("#005a30", "accent-strong");
        COLOURS.put("#fd0", "focus");
    }

    private GovukStyles() {}

    static String repainted(String css) {
        String own = css.replace("@charset \"UTF-8\";", "");
        own = FONT_FILES.matcher(own).replaceAll("");
        own = CREST.matcher(own).replaceAll("none");
        own = own.replace("GDS Transport,arial,sans-serif", "var(--typeface)");
        own = own.replace("font-family:sans-serif", "font-family:var(--typeface)");
        own = own.replace("background-color:#fd0", "background-color:transparent");
        own = own.replace("box-shadow:0 -2px #fd0,0 4px #0b0c0c", "box-shadow:none");
        own = WHITE_TEXT.matcher(own).replaceAll("color:var(--on-accent)");
        own = own.replace("background-color:#fff;", "background-color:var(--surface);");
        for (Map.Entry<String, String> colour : COLOURS.entrySet()) {
            own = own.replaceAll(colour.getKey() + "\\b", "var(--" + colour.getValue() + ")");
        }
        return LICENCE + "@layer govuk{" + own + "}";
    }
}
