package chatterbox.conformance;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.regex.Pattern;

import chatterbox.conformance.Browser.Screen;
import chatterbox.server.ServerProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A room with all that can stand in one, and each dialog over it. The same on every server: tested on one. */
class TeamLooksIT {
    private static final String LONG = "It is long, and says little, at some length. ".repeat(6);

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT", "PHONE, DARK"})
    void axe_finds_nothing_in_a_room_with_everything_or_on_any_dialog(Screen screen, ColorScheme scheme) {
        var http = new Http(ServerProcess.shared().uri());
        var name = (screen + "-" + scheme).toLowerCase();
        try (var ada = Colleague.register(http, "Ada", screen, scheme)) {
            var looks = new Looks(ada, name);
            fill(ada, SharedRoom.found(Person.register(http, "grace"), "Studio " + name, ada.username()));
            looks.show("list", () -> openDrawer(ada));
            ada.enter("Studio " + name);
            ada.say("Mine, @" + ada.username() + ", to be edited");
            looks.show("room", () -> assertThat(ada.at("tombstone")).isVisible());
            messages(ada, looks);
            inTheHeader(ada, looks);
            atTheSide(ada, looks);
        }
    }

    private static void fill(Colleague ada, SharedRoom room) {
        var first = room.post("Shall we **ship** on _Thursday_? " + LONG);
        room.change("PUT", "/messages/" + first + "/reactions/%F0%9F%91%8D");
        room.change("PUT", "/messages/" + first + "/reactions/%F0%9F%8E%89");
        room.change("PUT", "/messages/" + first + "/pin");
        room.change("DELETE", "/messages/" + room.post("Never mind"));
        room.reply("Ready, @" + ada.username() + " and @room! `make` it so", first);
        room.reply(LONG, room.post("```js\\nlet ready = true; // as far as one knows\\n```"));
    }

    private static void messages(Colleague ada, Looks looks) {
        looks.show("tools", () -> ada.message("Ready, ").first().focus());
        ada.press("r");
        looks.show("reply", () -> assertThat(ada.at("reply-banner")).isVisible());
        ada.press("Escape");
        ada.message("Ready, ").first().focus();
        ada.press("+");
        looks.show("reaction", () -> assertThat(ada.at("emoji-picker")).isVisible());
        ada.press("Escape");
        ada.message("Mine").first().focus();
        ada.press("e");
        looks.show("editor", () -> assertThat(ada.at("message-editor")).isFocused());
        ada.press("Escape");
        ada.message("Mine").first().focus();
        ada.press("Delete");
        looks.show("delete", () -> assertThat(ada.at("confirm")).isVisible());
        ada.press("Escape");
        ada.at("composer").fill("");
        ada.at("composer").pressSequentially("@gra");
        looks.show("suggestions", () -> assertThat(ada.at("suggestions")).isVisible());
        ada.press("Escape");
        ada.at("composer").fill("");
    }

    private static void inTheHeader(Colleague ada, Looks looks) {
        ada.at("header-pins").click();
        looks.show("pins", () -> assertThat(ada.at("pin")).isVisible());
        ada.press("Escape");
        ada.at("header-details").click();
        looks.show("details", () -> assertThat(ada.at("members")).containsText("grace"));
        ada.at("people-search").fill("ada");
        looks.show("invite", () -> assertThat(ada.at("people-search")).hasValue("ada"));
        ada.at("leave-room").click();
        looks.show(
                "leave",
                () -> assertThat(ada.at("details-dialog").getByTestId("confirm"))
                        .isVisible());
        ada.press("Escape");
        ada.press("Escape");
        ada.at("header-search").click();
        ada.at("search-field").fill("thursday");
        ada.press("Enter");
        looks.show("search", () -> assertThat(ada.at("hit").first()).isVisible());
        ada.press("Escape"); // empties the field
        ada.press("Escape");
    }

    private static void atTheSide(Colleague ada, Looks looks) {
        for (var panel : new String[] {"palette", "threads", "help", "browse", "create-room", "new-direct"}) {
            openDrawer(ada);
            ada.at(panel).click();
            looks.show(
                    panel,
                    () -> assertThat(ada.tab().page().locator("dialog[open]")).isVisible());
            ada.press("Escape");
            assertThat(ada.tab().page().locator("dialog[open]")).hasCount(0);
        }
        openDrawer(ada);
        ada.at("user-menu").click();
        ada.at("open-notifications").click();
        looks.show("notifications", () -> assertThat(ada.at("receipts")).isVisible());
    }

    private static void openDrawer(Colleague ada) {
        var opener = ada.at("open-drawer");
        if (opener.isVisible() && "false".equals(opener.getAttribute("aria-expanded"))) opener.click();
        assertThat(ada.at("room").first()).isVisible();
        assertThat(ada.at("room").first()).hasAccessibleName(Pattern.compile("general")); // once it has slid in
    }

    /** One person's screen: each thing on it is looked at by axe and by people. */
    private record Looks(Colleague who, String name) {
        void show(String what, Runnable appears) {
            appears.run();
            who.tab().screenshot("team-" + what + "-" + name);
            who.tab().assertAccessible();
            var overflow = who.tab().page().evaluate("document.documentElement.scrollWidth > innerWidth");
            assertThat(overflow).as(what).isEqualTo(false);
        }
    }
}
