package chatterbox.conformance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;

import chatterbox.conformance.Browser.Screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Somebody who works in rooms, at one screen: what they do there with rooms and with messages. */
record Colleague(Http http, Tab tab, String username) implements AutoCloseable {
    static Colleague register(Http http, String name) {
        return register(http, name, Screen.DESKTOP, ColorScheme.LIGHT);
    }

    static Colleague register(Http http, String name, Screen screen, ColorScheme scheme) {
        var tab = new Tab(http, screen, scheme);
        return new Colleague(http, tab, tab.register(name));
    }

    /** The same account on a device of its own. */
    Colleague elsewhere() {
        var other = new Tab(http, Screen.DESKTOP, ColorScheme.LIGHT);
        other.open("/sign-in");
        other.signIn(username);
        return new Colleague(http, other, username);
    }

    Locator at(String testId) {
        return tab.at(testId);
    }

    void press(String key) {
        tab.page().keyboard().press(key);
    }

    void type(String keys) {
        tab.page().keyboard().type(keys);
    }

    /** In the list at the side. */
    Locator room(String name) {
        return at("room").filter(new Locator.FilterOptions().setHasText(name));
    }

    void enter(String room) {
        room(room).click();
        assertThat(at("room-name")).containsText(room);
    }

    void found(String name, String kind) {
        at("create-room").click();
        at("create-dialog").locator("[name=name]").fill(name);
        at("create-dialog")
                .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(kind))
                .check();
        at("create-submit").click();
        assertThat(at("room-name")).containsText(name);
    }

    void invite(Colleague other) {
        at("header-details").click();
        at("people-search").fill(other.username);
        at("found-person").click();
        assertThat(at("members")).containsText(other.username);
        press("Escape");
        assertThat(at("details-dialog")).hasCount(0);
    }

    void leaveRoom() {
        at("header-details").click();
        at("leave-room").click();
        at("details-dialog").getByTestId("confirm").click();
    }

    /** Returns when the server has it. */
    void say(String text) {
        tab.say(text);
        assertThat(tab.message(text).last()).hasAttribute("data-progress", "arrived");
    }

    Locator message(String text) {
        return tab.message(text);
    }

    /** Presses one of the tools that stand at a message under the pointer; not at a later one that quotes it. */
    void act(String act, String text) {
        message(text).first().getByTestId("text").hover();
        message(text).first().locator("[data-act=" + act + "]").click();
    }

    void react(String text, String emoji) {
        act("react", text);
        at("emoji-search").fill(emoji);
        press("Enter");
    }

    @Override
    public void close() {
        tab.close();
    }
}
