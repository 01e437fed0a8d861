package chatterbox.conformance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import chatterbox.server.Requires;

/** One Chromium for all tests of this JVM; it ends with the JVM. */
final class Browser {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** For a machine that has much else to do: what is awaited comes at once, or late, and is not missed. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static Playwright playwright;
    private static com.microsoft.playwright.Browser shared;

    private Browser() {}

    /** A device of somebody's: cookies and storage of its own. */
    static BrowserContext device(Screen screen, ColorScheme scheme) {
        return chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setHasTouch(screen == Screen.PHONE)
                        .setColorScheme(scheme)
                        .setLocale("en-GB")
                        // Behind a proxy of a test's, whose certificate nobody else knows.
                        .setIgnoreHTTPSErrors(true)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    }

    /** A browser of its own that keeps what it has in this folder; it ends with the context. */
    static BrowserContext persistent(Path profile) {
        return playwright()
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Requires.chromium())
                                .setArgs(FLAGS)
                                .setLocale("en-GB"));
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (shared == null) {
            shared = playwright()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Requires.chromium())
                            .setArgs(FLAGS));
        }
        return shared;
    }

    private static synchronized Playwright playwright() {
        if (playwright == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return playwright;
    }

    enum Screen {
        DESKTOP(1280, 800),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }
}
