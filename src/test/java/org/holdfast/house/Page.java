package org.holdfast.house;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What came back.
 *
 * @param address the address asked for
 * @param body    as sent
 */
public record Page(URI address, int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The page as HTML. */
    public Document document() {
        return Jsoup.parse(text(), address.toString());
    }

    /** The only element a CSS selector finds; fails where there is none or several. */
    public Element one(String selector) {
        List<Element> found = document().select(selector);
        if (found.size() != 1) {
            throw new AssertionError(
                "Expected one " + selector + " on " + address + " (" + status + "), found " + found.size() + ":\n" + text());
        }
        return found.getFirst();
    }

    /** The words of every element a CSS selector finds, in the order of the page. */
    public List<String> texts(String selector) {
        return document().select(selector).eachText();
    }

    /** A header's first value; empty where it is missing. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** Where a redirect leads: path and query. */
    public String location() {
        URI target = address.resolve(header("Location"));
        return target.getRawQuery() == null ? target.getRawPath() : target.getRawPath() + "?" + target.getRawQuery();
    }

    /** The path asked for, without query. */
    public String path() {
        return address.getRawPath();
    }
}
