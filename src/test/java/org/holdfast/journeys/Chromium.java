package org.holdfast.journeys;

import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * One real Chromium for all journeys of a test run. {@link #tab} opens a tab of its own, without cookies of others;
 * closing the tab fails the test if anything went wrong inside it.
 *
 * <p>The browser is found at {@code -Dholdfast.chromium=PATH} or where systems put it. Without one the journey is
 * skipped visibly; where {@code CI=true} it fails instead.
 */
public final class Chromium {
    private static final List<String> USUAL_PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            "--disable-quic", "--force-color-profile=srgb", "--font-render-hinting=none");

    private static Browser browser;

    private Chromium() {}

    /** @param base the address of the service, such as {@code http://localhost:8123}; whatever else is asked for fails the test */
    public static Tab.Opening tab(String base) {
        return new Tab.Opening(browser(), base);
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Path executable = found().orElseGet(Chromium::refused);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            // as root, as on build machines, the sandbox cannot start
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable).setChromiumSandbox(false).setArgs(ARGUMENTS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> found() {
        return Stream.concat(Stream.ofNullable(System.getProperty("holdfast.chromium")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path refused() {
        String sentence = "No Chromium found: install the package chromium, or say -Dholdfast.chromium=PATH";
        if ("true".equals(System.getenv("CI"))) {
            return fail(sentence);
        }
        return Assumptions.abort(sentence);
    }
}
