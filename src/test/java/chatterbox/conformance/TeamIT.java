package chatterbox.conformance;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import chatterbox.server.ServerProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Two people and their devices in rooms of their own. The same on every server: tested on one. */
class TeamIT {
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start("team", Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_link_to_a_room_that_is_not_there_says_so_and_leads_home() {
        try (var ada = Colleague.register(http(), "Ada")) {
            ada.tab().page().evaluate("location.hash = '#/no-such-room'");
            assertThat(ada.at("toast")).containsText("not there");
            assertThat(ada.at("room-name")).containsText("general");
            ada.say("Home again");
        }
    }

    @Test
    void a_private_room_is_there_at_once_for_whoever_is_invited_and_gone_for_whoever_leaves() {
        try (var ada = Colleague.register(http(), "Ada");
                var grace = Colleague.register(http(), "Grace");
                var phone = grace.elsewhere()) {
            ada.found("Engine", "Private");
            assertThat(grace.room("Engine")).hasCount(0);
            ada.invite(grace);
            assertThat(phone.room("Engine")).isVisible();
            grace.enter("Engine");
            ada.say("Welcome to the engine room");
            assertThat(grace.message("Welcome to the engine room")).isVisible();
            grace.say("Glad to be here");
            assertThat(ada.message("Glad to be here")).isVisible();

            grace.tab().page().reload();
            grace.tab().awaitConnected();
            assertThat(grace.at("room-name")).containsText("Engine");
            assertThat(grace.message("Welcome to the engine room")).isVisible();

            phone.enter("Engine");
            grace.leaveRoom();
            assertThat(grace.room("Engine")).hasCount(0);
            assertThat(phone.room("Engine")).hasCount(0);
            assertThat(phone.at("room-name")).not().containsText("Engine");
            ada.say("Gone already?");
            assertThat(phone.message("Gone already?")).hasCount(0);
        }
    }

    @Test
    void what_is_done_with_a_message_is_seen_by_both() {
        try (var ada = Colleague.register(http(), "Ada");
                var grace = Colleague.register(http(), "Grace")) {
            share(ada, grace, "Workshop");
            ada.tab().say("Ship on **Thursday**?");
            grace.react("Ship on", "thumbs up");
            assertThat(ada.message("Ship on").getByTestId("reactions")).containsText("1");
            ada.message("Ship on").locator(".reaction").click();
            assertThat(grace.message("Ship on").getByTestId("reactions")).containsText("2");

            grace.act("reply", "Ship on");
            assertThat(grace.at("reply-banner")).containsText("Ship on Thursday?");
            grace.say("Friday is better");
            var quote = ada.message("Friday is better").getByTestId("quote");
            assertThat(quote).containsText("Ship on Thursday?");
            quote.click();
            assertThat(ada.message("Ship on").first()).isFocused();

            ada.at("composer").focus();
            ada.press("ArrowUp");
            assertThat(ada.at("message-editor")).isFocused();
            ada.at("message-editor").fill("Ship on Friday, then");
            ada.press("Enter");
            assertThat(grace.message("Ship on Friday, then").getByTestId("edited"))
                    .isVisible();
            assertThat(ada.at("composer")).isFocused();

            grace.act("pin", "Ship on Friday, then");
            assertThat(ada.message("Ship on Friday, then").locator(".pinned")).isVisible();
            ada.at("header-pins").click();
            assertThat(ada.at("pin")).containsText("Ship on Friday, then");
            ada.press("Escape");

            grace.act("delete", "Friday is better");
            grace.at("confirm").click();
            assertThat(grace.at("tombstone")).isVisible();
            assertThat(ada.at("tombstone")).isVisible();
            assertThat(ada.message("Friday is better")).hasCount(0);
            assertThat(ada.message("Ship on Friday, then").getByTestId("reactions"))
                    .containsText("2");
        }
    }

    @Test
    void what_is_new_is_counted_on_all_devices_and_read_on_all_of_them() {
        var grace = Person.register(http(), "grace");
        try (var ada = Colleague.register(http(), "Ada");
                var phone = ada.elsewhere()) {
            var room = SharedRoom.found(grace, "Bridge", ada.username());
            assertThat(ada.room("Bridge")).hasAttribute("data-unread", "false");
            IntStream.range(0, 60).forEach(n -> room.post("Entry %02d of the log".formatted(n)));
            assertThat(ada.room("Bridge")).hasAttribute("data-unread", "true");
            assertThat(ada.room("Bridge").locator(".count")).hasCount(0);
            assertThat(ada.room("Bridge")).containsText("60 unread messages");
            room.post("Look, @" + ada.username() + "!");
            assertThat(ada.room("Bridge").locator(".count")).hasText("1");
            assertThat(phone.room("Bridge").locator(".count")).hasText("1");
            assertThat(ada.tab().page()).hasTitle(Pattern.compile("^\\(1\\)"));

            ada.enter("Bridge");
            assertThat(ada.message("Look,")).hasAttribute("data-mentions-me", "true");
            ada.at("first-unread").click();
            assertThat(ada.message("Entry 00")).isInViewport();
            assertThat(ada.at("new-line")).isInViewport();
            assertThat(phone.room("Bridge")).hasAttribute("data-unread", "false");
            assertThat(phone.room("Bridge").locator(".count")).hasCount(0);

            ada.act("unread", "Entry 02");
            assertThat(phone.room("Bridge")).containsText("59 unread messages");
            assertThat(phone.room("Bridge").locator(".count")).hasText("1");
            assertThat(ada.room("Bridge")).hasAttribute("data-unread", "true");
            phone.enter("Bridge");
            assertThat(ada.room("Bridge")).hasAttribute("data-unread", "false");
        }
    }

    @Test
    void a_message_is_found_by_its_words_and_led_to() {
        var grace = Person.register(http(), "grace");
        try (var ada = Colleague.register(http(), "Ada")) {
            var room = SharedRoom.found(grace, "Archive", ada.username());
            room.post("The zeppelin lands at noon");
            IntStream.range(0, 80).forEach(n -> room.post("Line %02d of small talk".formatted(n)));
            ada.press("Control+Shift+F");
            ada.type("zeppel");
            ada.press("Enter");
            assertThat(ada.at("hit").locator("mark")).hasText("zeppelin");
            ada.at("hit").click();
            assertThat(ada.at("room-name")).containsText("Archive");
            assertThat(ada.message("The zeppelin")).isInViewport();
            assertThat(ada.message("The zeppelin")).isFocused();
        }
    }

    @Test
    void a_few_keys_lead_to_a_person_who_sees_it_and_sees_when_one_types() {
        try (var ada = Colleague.register(http(), "Ada");
                var grace = Colleague.register(http(), "Grace")) {
            ada.press("Control+K");
            ada.type(grace.username());
            assertThat(ada.at("palette-entry")).hasCount(1);
            ada.press("Enter");
            assertThat(ada.at("room-name")).hasText("Grace");
            assertThat(ada.at("composer")).isFocused();
            ada.say("Just the two of us");
            var room = grace.room("Ada").filter(new Locator.FilterOptions().setHasText("1 unread message"));
            assertThat(room.locator(".count")).hasText("1");
            room.click();
            assertThat(grace.message("Just the two of us")).isVisible();
            ada.type("Let me think");
            assertThat(grace.at("typing")).hasText("Ada is typing…");
            ada.press("Enter");
            assertThat(grace.message("Let me think")).isVisible();
            assertThat(grace.at("typing")).hasCount(0);
        }
    }

    private static Http http() {
        return new Http(server.uri());
    }

    private static void share(Colleague founder, Colleague other, String room) {
        founder.found(room, "Private");
        founder.invite(other);
        other.enter(room);
    }
}
