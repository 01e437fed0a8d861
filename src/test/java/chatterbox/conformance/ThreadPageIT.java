package chatterbox.conformance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import java.util.UUID;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Threads in the browser. */
class ThreadPageIT extends ServerTest {
    private final String mark = UUID.randomUUID().toString();
    private final String question = "Shall we? " + mark;

    @Test
    void two_people_talk_in_a_thread_beside_the_room() {
        try (var ada = new Tab(http(), Browser.Screen.DESKTOP, ColorScheme.LIGHT);
                var grace = new Tab(http(), Browser.Screen.DESKTOP, ColorScheme.DARK)) {
            ada.register("Ada");
            grace.register("Grace");
            ada.say(question);
            grace.message(question).hover();
            grace.message(question).locator("[data-act=thread]").click();
            reply(grace, "Let us, " + mark);

            var replies = ada.message(question).getByTestId("replies");
            assertThat(replies).containsText("1 reply");
            assertThat(ada.at("threads")).hasAttribute("data-unread", "true");
            assertThat(ada.message("Let us, " + mark)).hasCount(0);

            ada.at("threads").click();
            ada.at("thread").click();
            assertThat(inThread(ada, "Let us, " + mark)).isVisible();
            assertThat(ada.at("threads")).hasAttribute("data-unread", "false");
            ada.assertAccessible();

            ada.at("also").check();
            reply(ada, "Settled, " + mark);
            assertThat(inThread(grace, "Settled, " + mark)).isVisible();
            assertThat(replies).containsText("2 replies");
            assertThat(ada.message("Settled, " + mark)).hasCount(2);

            ada.page().reload();
            ada.awaitConnected();
            assertThat(inThread(ada, "Let us, " + mark)).isVisible();
            ada.at("thread-close").click();
            assertThat(ada.at("thread-pane")).hasCount(0);
        }
    }

    @Test
    void on_a_phone_the_thread_takes_the_place_of_its_room() {
        try (var ada = new Tab(http(), Browser.Screen.PHONE, ColorScheme.DARK)) {
            ada.register("Ada");
            ada.say(question);
            assertThat(ada.message(question)).hasAttribute("data-progress", "arrived");
            ada.message(question).press("t");
            reply(ada, "Yes, " + mark);
            assertThat(inThread(ada, "Yes, " + mark)).hasAttribute("data-progress", "arrived");
            assertThat(ada.at("composer")).isHidden();
            ada.assertAccessible();
            ada.at("thread-close").click();
            assertThat(ada.message(question).getByTestId("replies")).containsText("1 reply");
        }
    }

    private static void reply(Tab tab, String text) {
        tab.at("thread-composer").fill(text);
        tab.at("thread-pane").getByTestId("send").click();
    }

    private static Locator inThread(Tab tab, String text) {
        return tab.at("thread-pane").getByTestId("message").filter(new Locator.FilterOptions().setHasText(text));
    }
}
