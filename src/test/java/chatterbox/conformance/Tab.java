package chatterbox.conformance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The chat in somebody's browser, and everything that the browser complains about. */
public final class Tab implements AutoCloseable {
    private final BrowserContext device;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Http http;

    Tab(Http http, Browser.Screen screen, com.microsoft.playwright.options.ColorScheme scheme) {
        this(http, Browser.device(screen, scheme));
    }

    private Tab(Http http, BrowserContext device) {
        this.http = http;
        this.device = device;
        page = device.newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("TrustedHTML")) {
                complaints.add(message.text());
            }
        });
    }

    public static Tab desktop(Http http) {
        return new Tab(http, Browser.Screen.DESKTOP, com.microsoft.playwright.options.ColorScheme.LIGHT);
    }

    /** In a browser that keeps what it has in this folder, as long as the folder is there. */
    static Tab in(Path profile, Http http) {
        return new Tab(http, Browser.persistent(profile));
    }

    /** Another one of the same browser. */
    Tab beside() {
        return new Tab(http, device);
    }

    /** Closes this one, and no other of the browser's. */
    void leave() {
        page.close();
    }

    /** Closes it as a person does, and returns the kind of question that the page asks first. */
    String closeAsking() {
        var kind = new AtomicReference<String>();
        page.onDialog(dialog -> {
            kind.set(dialog.type());
            dialog.accept();
        });
        page.close(new Page.CloseOptions().setRunBeforeUnload(true));
        device.waitForCondition(page::isClosed);
        return kind.get();
    }

    /** The tab dies where it stands. */
    void crash() {
        var crashed = new AtomicBoolean();
        page.onCrash(dead -> crashed.set(true));
        assertThatThrownBy(() -> page.navigate("chrome://crash")).isInstanceOf(PlaywrightException.class);
        device.waitForCondition(crashed::get);
    }

    Page page() {
        return page;
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    void open(String path) {
        page.navigate(http.uri(path).toString());
    }

    /** Registers on the page, and returns when the chat is there. */
    public String register(String name) {
        var username = name.toLowerCase() + "." + UUID.randomUUID().toString().substring(0, 8);
        open("/sign-in");
        at("tab-register").click();
        at("username").fill(username);
        at("displayName").fill(name);
        at("password").fill(Person.PASSWORD);
        at("submit").click();
        awaitConnected();
        return username;
    }

    /** Longer than the page waits between two tries. */
    void awaitConnected() {
        assertThat(page.locator("[data-testid=connection][data-phase=open]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
    }

    public void say(String text) {
        at("composer").fill(text);
        at("send").click();
    }

    /** The message that shows this text. */
    public Locator message(String text) {
        return at("message").filter(new Locator.FilterOptions().setHasText(text));
    }

    void signOut() {
        at("user-menu").click();
        at("sign-out").click();
        assertThat(at("submit")).isVisible();
    }

    void signIn(String username) {
        at("username").fill(username);
        at("password").fill(Person.PASSWORD);
        at("submit").click();
        awaitConnected();
    }

    void goOffline(boolean offline) {
        device.setOffline(offline);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }

    void assertAccessible() {
        var violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }

    @Override
    public void close() {
        device.close();
        assertThat(complaints).isEmpty();
    }
}
