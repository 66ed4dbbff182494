package org.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tab of {@link Chromium} that watches: script errors, refusals by the content security policy, missing assets and
 * requests to anybody else fail the test when it is closed.
 */
public final class Tab implements AutoCloseable {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> ASSETS = Set.of("stylesheet", "script", "font", "image");
    private static final String STATUS_OF_A_PAGE = "Failed to load resource: the server responded with a status of";
    private static final String CONNECTION_TAKEN_AWAY = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED";
    private static final int HEIGHT = 900;

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> requested = new ArrayList<>();

    /** How the tab is to be: by day and 1280 wide with script, unless said otherwise. */
    public static final class Opening {
        private final Browser browser;
        private final String base;
        private final Browser.NewContextOptions options =
                new Browser.NewContextOptions().setViewportSize(1280, HEIGHT).setLocale("en-GB").setColorScheme(ColorScheme.LIGHT);

        Opening(Browser browser, String base) {
            this.browser = browser;
            this.base = base;
        }

        public Opening width(int width) {
            options.setViewportSize(width, HEIGHT);
            return this;
        }

        public Opening byNight() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        public Opening withoutScript() {
            options.setJavaScriptEnabled(false);
            return this;
        }

        public Opening inForcedColours() {
            options.setForcedColors(ForcedColors.ACTIVE);
            return this;
        }

        public Tab open() {
            return new Tab(base, browser.newContext(options));
        }
    }

    private Tab(String base, BrowserContext context) {
        this.base = base;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> wrong.add("script: " + error));
        page.onRequest(this::asked);
        page.onResponse(this::answered);
    }

    /** The page itself, for everything Playwright can do. */
    public Page page() {
        return page;
    }

    /** Goes to a path from the root and expects a page there. */
    public Tab at(String path) {
        return at(path, 200);
    }

    /** Goes to a path from the root, where that status is expected. */
    public Tab at(String path, int status) {
        assertEquals(status, page.navigate(base + path).status(), path);
        return this;
    }

    /** Every address this tab has asked for. */
    public List<String> requested() {
        return List.copyOf(requested);
    }

    /** Fails if axe finds anything against WCAG 2.2 A and AA, or if the page scrolls sideways. */
    public Tab accessible() {
        List<Rule> violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertEquals("", violations.stream().map(Tab::written).collect(Collectors.joining("\n")), page.url());
        return fits();
    }

    /** Fails if the page scrolls sideways. */
    public Tab fits() {
        assertEquals(0, page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)"), "scrolls sideways: " + page.url());
        return this;
    }

    private static String written(Rule rule) {
        String where = rule.getNodes().stream().map(node -> node.getTarget() + " " + node.getFailureSummary()).collect(Collectors.joining("; "));
        return rule.getId() + ": " + rule.getHelp() + " at " + where;
    }

    /** Takes a picture of the whole page, into {@code target/pictures}. */
    public Tab picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/pictures", name + ".png")));
        return this;
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(STATUS_OF_A_PAGE) && !message.text().equals(CONNECTION_TAKEN_AWAY)) {
            wrong.add("console: " + message.text());
        }
    }

    private void asked(Request request) {
        requested.add(request.url());
        if (!request.url().startsWith(base + "/")) {
            wrong.add("asked somebody else: " + request.url());
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && ASSETS.contains(response.request().resourceType())) {
            wrong.add("missing: " + response.url());
        }
    }

    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), wrong);
    }
}
