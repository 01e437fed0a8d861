package chatterbox.conformance;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chatterbox.conformance.Browser.Screen;
import chatterbox.server.ServerProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was written without a line: kept by the browser, and sent once, in order. The same on every server: tested on one. */
class OutboxIT {
    /** The server refuses a text with a control character for good. */
    private static final String NEVER = "\u0001";

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start("outbox", Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void what_is_written_offline_outlives_a_reload_and_is_sent_once_in_order() {
        try (var ada = desktop()) {
            ada.register("Ada");
            ada.goOffline(true);
            var written = sayThree(ada, "offline");
            assertThat(ada.at("waiting-texts")).hasText("3 messages are waiting to be sent");
            assertThatThrownBy(() -> ada.page().reload()).hasMessageContaining("ERR_INTERNET_DISCONNECTED");
            ada.goOffline(false);
            ada.open("/");
            assertSent(ada, written);
        }
    }

    @Test
    void what_is_written_while_the_server_restarts_is_sent_once_in_order() {
        try (var ada = desktop()) {
            ada.register("Ada");
            server.stop();
            var written = sayThree(ada, "restart");
            server.start();
            // As if the network had come back: it would dial by itself, but in its own time.
            ada.page().evaluate("dispatchEvent(new Event('online'))");
            assertSent(ada, written);
        }
    }

    @Test
    void a_crashed_tab_and_a_closed_browser_lose_nothing(@TempDir Path profile) {
        List<String> written;
        try (var ada = Tab.in(profile, http())) {
            ada.register("Ada");
            ada.goOffline(true);
            written = sayThree(ada, "crash");
            ada.crash();
        }
        try (var ada = Tab.in(profile, http())) {
            ada.open("/");
            assertSent(ada, written);
        }
    }

    @Test
    void two_tabs_show_what_waits_and_the_one_that_is_left_sends_it() {
        try (var first = desktop()) {
            first.register("Ada");
            var second = first.beside();
            second.open("/");
            second.awaitConnected();
            first.goOffline(true);
            var written = sayThree(first, "tabs");
            written.forEach(text -> assertThat(second.message(text)).hasAttribute("data-progress", "waiting"));
            first.leave();
            second.goOffline(false);
            assertSent(second, written);
        }
    }

    @Test
    void a_tab_that_has_the_turn_and_does_not_move_is_passed_over() {
        try (var ada = desktop()) {
            var username = ada.register("Ada");
            ada.page()
                    .evaluate("navigator.locks.request('chatterbox-outbox / " + username
                            + "', { steal: true }, () => new Promise(() => {})).catch(() => {}); null");
            ada.say("not stuck");
            assertThat(ada.message("not stuck")).hasAttribute("data-progress", "waiting");
            assertThat(ada.message("not stuck"))
                    .hasAttribute("data-progress", "arrived", new HasAttributeOptions().setTimeout(15_000));
        }
    }

    @Test
    void nobody_else_sees_or_sends_what_somebody_left_behind() {
        try (var tab = desktop()) {
            var ada = tab.register("Ada");
            tab.say("left behind " + NEVER);
            assertThat(tab.at("refusal")).isVisible();
            askToSignOut(tab);
            tab.assertAccessible();
            tab.screenshot("sign-out-asks");
            tab.at("keep-all").click();
            assertThat(tab.at("submit")).isVisible();
            var grace = tab.register("Grace");
            assertThat(tab.message("left behind")).hasCount(0);
            tab.signOut();
            tab.signIn(ada);
            assertThat(tab.message("left behind")).hasAttribute("data-progress", "refused");
            askToSignOut(tab);
            tab.at("discard-all").click();
            tab.signIn(grace);
            tab.signOut();
            tab.signIn(ada);
            assertThat(tab.message("left behind")).hasCount(0);
        }
    }

    @Test
    void what_was_refused_says_why_and_is_retried_edited_and_discarded_by_keyboard() {
        try (var ada = desktop()) {
            ada.register("Ada");
            ada.say("never " + NEVER);
            ada.say("later");
            assertThat(ada.message("later")).hasAttribute("data-progress", "arrived");
            assertThat(ada.at("refusal")).containsText("Not sent. This does not look right.");
            press(ada, "retry");
            assertThat(ada.at("refusal")).isVisible();
            press(ada, "edit");
            assertThat(ada.message("never")).hasCount(0);
            assertThat(ada.at("composer")).isFocused();
            ada.page().keyboard().press("Backspace");
            ada.page().keyboard().press("Backspace");
            ada.page().keyboard().type(" say never");
            ada.page().keyboard().press("Enter");
            assertThat(ada.message("never say never")).hasAttribute("data-progress", "arrived");
            ada.say("away " + NEVER);
            press(ada, "discard");
            assertThat(ada.message("away")).hasCount(0);
        }
    }

    @Test
    void a_browser_that_keeps_nothing_says_so_once_and_sends_all_the_same() {
        try (var ada = desktop()) {
            ada.page().addInitScript("indexedDB.open = () => { throw new DOMException('', 'SecurityError') }");
            ada.register("Ada");
            ada.say("on a good line");
            assertThat(ada.message("on a good line")).hasAttribute("data-progress", "arrived");
            assertThat(ada.at("storage-notice")).hasCount(0);
            ada.goOffline(true);
            var written = sayThree(ada, "memory");
            assertThat(ada.at("storage-notice")).isVisible();
            ada.screenshot("storage-notice");
            ada.assertAccessible();
            ada.at("storage-notice").locator("button").click();
            assertThat(ada.at("composer")).isFocused();
            ada.goOffline(false);
            assertSent(ada, written);
            ada.goOffline(true);
            ada.say("once is enough");
            assertThat(ada.message("once is enough")).hasAttribute("data-progress", "waiting");
            assertThat(ada.at("storage-notice")).hasCount(0);
            assertThat(ada.closeAsking()).isEqualTo("beforeunload");
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT", "PHONE, DARK"})
    void axe_finds_nothing_about_what_waits_or_failed_on_any_screen(Screen screen, ColorScheme scheme) {
        try (var ada = new Tab(http(), screen, scheme)) {
            ada.register("Ada");
            ada.say("This one is there.");
            ada.say("This one never gets there. " + "It is long, and says little, at some length. ".repeat(6) + NEVER);
            ada.say("Nor this. " + NEVER);
            assertThat(ada.at("refusal")).hasCount(2);
            ada.goOffline(true);
            ada.say("Waiting");
            ada.say("A long one that waits. " + "It is long, and says little, at some length. ".repeat(6));
            ada.say("🎉");
            assertThat(ada.message("🎉")).hasAttribute("data-progress", "waiting");
            ada.screenshot("outbox-" + (screen + "-" + scheme).toLowerCase());
            ada.assertAccessible();
            var overflow = ada.page().evaluate("document.documentElement.scrollWidth > innerWidth");
            assertThat(overflow).isEqualTo(false);
        }
    }

    private static Http http() {
        return new Http(server.uri());
    }

    private static Tab desktop() {
        return new Tab(http(), Screen.DESKTOP, ColorScheme.LIGHT);
    }

    /** On a line that is down. */
    private static List<String> sayThree(Tab tab, String about) {
        assertThat(tab.at("connection-banner")).isVisible();
        var texts = Stream.of("one", "two", "three").map(n -> about + " " + n).toList();
        for (var text : texts) {
            tab.say(text);
            assertThat(tab.message(text)).hasAttribute("data-progress", "waiting");
        }
        return texts;
    }

    private static void assertSent(Tab tab, List<String> texts) {
        tab.awaitConnected();
        for (var text : texts) {
            assertThat(tab.message(text)).hasAttribute("data-progress", "arrived");
            assertThat(tab.message(text)).hasCount(1);
        }
        var reader = Person.register(http(), "reader");
        var history = http().get("/api/rooms/general/messages?limit=200", reader.bearer())
                .whole()
                .body();
        var places =
                texts.stream().map(text -> history.indexOf('"' + text + '"')).toList();
        assertThat(places).isSorted().doesNotContain(-1);
        assertThat(texts).allMatch(text -> history.indexOf('"' + text + '"') == history.lastIndexOf('"' + text + '"'));
    }

    private static void askToSignOut(Tab tab) {
        tab.at("user-menu").click();
        tab.at("sign-out").click();
        assertThat(tab.at("sign-out-dialog")).isVisible();
    }

    private static void press(Tab tab, String button) {
        tab.at(button).focus();
        tab.page().keyboard().press("Enter");
    }
}
