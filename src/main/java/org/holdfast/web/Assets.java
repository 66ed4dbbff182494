package org.holdfast.web;

import io.micronaut.core.annotation.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * The stylesheets, scripts, typeface and pictures of the pages. They are few, so they stand in memory, already
 * compressed, and need neither a file nor the database: an error page looks right when everything else is away.
 *
 * <p>Their address carries a mark of what they hold, so that browsers keep them for good and fetch a new release at
 * once. A new file is added to {@link #all()}; templates write {@code ${Assets.at("holdfast.css")}}.
 */
public final class Assets {
    static final String PREFIX = "/assets/";

    /**
     * @param compressed with gzip, or null where that gains nothing
     */
    record Asset(String type, byte[] bytes, @Nullable byte[] compressed) {}

    private static final Map<String, Asset> ALL = all();
    private static final String MARK = mark();

    private Assets() {}

    /**
     * The address of an asset.
     *
     * @throws IllegalArgumentException for a name that does not exist
     */
    public static String at(String name) {
        if (!ALL.containsKey(name)) {
            throw new IllegalArgumentException("No asset is called " + name);
        }
        return PREFIX + MARK + "/" + name;
    }

    /** The asset at that path, whatever release its mark names; null for any other path. */
    static @Nullable Asset find(String path) {
        int afterMark = path.indexOf('/', PREFIX.length());
        return path.startsWith(PREFIX) && afterMark > 0 ? ALL.get(path.substring(afterMark + 1)) : null;
    }

    private static Map<String, Asset> all() {
        Map<String, Asset> all = new LinkedHashMap<>();
        all.put("govuk.css", text("text/css", webjar("govuk-frontend", "dist/govuk/govuk-frontend.min.css"), GovukStyles::repainted));
        all.put("holdfast.css", text("text/css", own("holdfast.css"), UnaryOperator.identity()));
        all.put("htmx.js", text("text/javascript", webjar("htmx.org", "dist/htmx.min.js"), UnaryOperator.identity()));
        all.put("holdfast.js", text("text/javascript", own("holdfast.js"), UnaryOperator.identity()));
        all.put("presence.js", text("text/javascript", own("presence.js"), UnaryOperator.identity()));
        all.put("record.css", text("text/css", own("record.css"), UnaryOperator.identity()));
        all.put("record.js", text("text/javascript", own("record.js"), UnaryOperator.identity()));
        all.put("holdfast.svg", text("image/svg+xml", own("holdfast.svg"), UnaryOperator.identity()));
        all.put("eye.svg", text("image/svg+xml", own("eye.svg"), UnaryOperator.identity()));
        all.put("fonts/atkinson-hyperlegible-next.woff2", font("atkinson-hyperlegible-next.woff2"));
        all.put("fonts/atkinson-hyperlegible-next-extended.woff2", font("atkinson-hyperlegible-next-extended.woff2"));
        all.put("fonts/atkinson-hyperlegible-next-italic.woff2", font("atkinson-hyperlegible-next-italic.woff2"));
        return all;
    }

    private static Asset text(String type, byte[] source, UnaryOperator<String> change) {
        byte[] bytes = change.apply(new String(source, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return new Asset(type + "; charset=utf-8", bytes, compressed(bytes));
    }

    private static Asset font(String file) {
        return new Asset("font/woff2", own("fonts/" + file), null);
    }

    private static byte[] own(String file) {
        return read("/assets/" + file);
    }

    /** The version stands in the jar itself, so that only the build names it. */
    private static byte[] webjar(String name, String file) {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read("/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + file);
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The build lacks " + resource);
        }
        return in;
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String mark() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ALL.values().forEach(asset -> digest.update(asset.bytes()));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
