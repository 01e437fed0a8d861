package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

import chatterbox.conformance.Browser.Screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What of the page depends on the server; the rest is in {@link LooksIT}. */
class PageIT extends ServerTest {

    @Test
    void two_people_register_and_talk() {
        try (var ada = desktop();
                var grace = desktop()) {
            ada.register("Ada");
            var nameOfGrace = grace.register("Grace");
            assertThat(ada.message("nothing of the kind")).hasCount(0);
            assertThat(ada.at("system-line").filter(having("Grace joined"))).hasCount(1);
            assertThat(ada.page().locator("[data-testid=person][data-username='" + nameOfGrace + "']"))
                    .isVisible();

            ada.say("Shall we **ship** it? https://example.org/plan");
            assertThat(ada.message("Shall we")).hasAttribute("data-own", "true");
            assertThat(ada.message("Shall we")).hasAttribute("data-progress", "arrived");
            var received = grace.message("Shall we");
            assertThat(received).hasAttribute("data-own", "false");
            assertThat(received.locator("strong")).hasText("ship");
            assertThat(received.locator("a")).hasAttribute("href", "https://example.org/plan");
            assertThat(received.locator("a")).hasAttribute("rel", Pattern.compile("noopener"));
            assertThat(received.locator("time")).hasAttribute("datetime", Pattern.compile("\\d{4}-.*Z"));

            grace.say("Yes 🎉");
            assertThat(ada.message("Yes 🎉")).isVisible();
            ada.screenshot("two-people");

            grace.signOut();
            assertThat(ada.at("system-line").filter(having("Grace left"))).hasCount(1);
        }
    }

    @Test
    void signing_out_returns_to_the_sign_in_page_and_the_chat_stays_shut() {
        try (var ada = desktop()) {
            ada.register("Ada");
            ada.signOut();
            ada.open("/");
            assertThat(ada.at("submit")).isVisible();
        }
    }

    @Test
    void what_is_written_on_a_lost_line_arrives_once_and_nothing_is_missed() {
        var grace = Person.register(http(), "grace");
        try (var ada = desktop()) {
            ada.register("Ada");
            ada.goOffline(true);
            assertThat(ada.page().locator("[data-testid=connection]:not([data-phase=open])"))
                    .isVisible();
            ada.say("written on a lost line");
            post(grace, "said meanwhile");
            ada.screenshot("lost-line");
            ada.goOffline(false);
            ada.awaitConnected();
            assertThat(ada.message("said meanwhile")).hasCount(1);
            assertThat(ada.message("written on a lost line")).hasAttribute("data-progress", "arrived");
            assertThat(ada.message("written on a lost line")).hasCount(1);
            assertThat(history(grace).split("written on a lost line", -1)).hasSize(2);
        }
    }

    @Test
    void older_history_comes_on_scrolling_up_and_news_does_not_tear_the_reader_away() {
        var grace = Person.register(http(), "grace");
        IntStream.range(0, 150).forEach(n -> post(grace, "Line %03d of a long talk".formatted(n)));
        try (var ada = desktop()) {
            ada.register("Ada");
            assertThat(ada.message("Line 149")).isInViewport();
            for (int n = 0; n < 40 && ada.message("Line 003").count() == 0; n++) {
                ada.at("timeline").hover();
                ada.page().mouse().wheel(0, -2_000);
                ada.page().waitForTimeout(100);
            }
            assertThat(ada.message("Line 003")).hasCount(1);
            post(grace, "Fresh news");
            assertThat(ada.at("new-messages")).isVisible();
            assertThat(ada.message("Fresh news")).not().isInViewport();
            ada.at("new-messages").click();
            assertThat(ada.message("Fresh news")).isInViewport();
        }
    }

    @Test
    void nothing_in_a_message_is_executed_or_breaks_the_page() {
        var mallory = Person.register(http(), "mallory");
        var texts = new String[] {
            "<img src=x onerror=alert(1)>",
            "[click](javascript:alert(1))",
            "<svg onload=alert(1)>",
            "[data](data:text/html,<script>alert(1)</script>)",
        };
        try (var ada = desktop()) {
            ada.page().onDialog(dialog -> {
                throw new AssertionError(dialog.message());
            });
            ada.register("Ada");
            for (var text : texts) {
                post(mallory, text);
                assertThat(ada.message(text.substring(0, 8)).first()).isVisible();
            }
            assertThat(ada.page().locator("[data-testid=text] :is(img, svg, script, iframe)"))
                    .hasCount(0);
            assertThat(ada.page().locator("[data-testid=text] a:is([href^=javascript], [href^=data])"))
                    .hasCount(0);
        }
    }

    private Tab desktop() {
        return new Tab(http(), Screen.DESKTOP, ColorScheme.LIGHT);
    }

    private static com.microsoft.playwright.Locator.FilterOptions having(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    private void post(Person author, String text) {
        var body = "{\"id\":\"" + UuidCreator.getTimeOrderedEpoch() + "\",\"text\":\""
                + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
        assertThat(http().post("/api/rooms/general/messages", body, author.bearer())
                        .status())
                .isEqualTo(200);
    }

    private String history(Person reader) {
        return http().get("/api/rooms/general/messages?limit=200", reader.bearer())
                .whole()
                .body();
    }
}
