package chatterbox.conformance;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import chatterbox.conformance.Browser.Screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** How the page looks and is worked, which is the same on every server: tested on one. */
class LooksIT extends ServerTest {
    @Test
    void own_messages_stand_right_with_a_gradient_and_others_left() {
        try (var ada = desktop();
                var grace = desktop()) {
            ada.register("Ada");
            grace.register("Grace");
            ada.say("mine to see");
            grace.say("hers to see");
            var timeline = ada.at("timeline").boundingBox();
            var own = ada.message("mine to see").getByTestId("text").boundingBox();
            var other = ada.message("hers to see").getByTestId("text").boundingBox();
            var middle = timeline.x + timeline.width / 2;
            assertThat(own.x + own.width / 2).isGreaterThan(middle);
            assertThat(other.x + other.width / 2).isLessThan(middle);
            assertThat(background(ada, "mine to see")).contains("gradient");
            assertThat(background(ada, "hers to see")).doesNotContain("gradient");
        }
    }

    @Test
    void what_is_wrong_stands_beside_its_field() {
        var taken = Person.register(http(), "taken");
        try (var ada = desktop()) {
            ada.open("/sign-in");
            ada.at("username").fill(taken.username());
            ada.at("password").fill("not the password");
            ada.at("submit").click();
            assertThat(ada.page()
                            .locator("[data-testid=form-error], [data-testid=password-error]")
                            .first())
                    .isVisible();
            ada.at("tab-register").click();
            ada.at("username").fill(taken.username());
            ada.at("password").fill(Person.PASSWORD);
            ada.at("submit").click();
            assertThat(ada.at("username-error")).isVisible();
            assertThat(ada.at("username")).hasAttribute("aria-invalid", "true");
            assertThat(ada.at("username")).isFocused();
            ada.at("username").fill("somebody.new");
            ada.at("password").fill("short");
            ada.at("submit").click();
            assertThat(ada.at("password-error")).isVisible();
            ada.assertAccessible();
        }
    }

    @Test
    void everything_can_be_done_by_keyboard() {
        try (var ada = desktop()) {
            var username = ada.register("Ada");
            ada.signOut();
            ada.at("username").focus();
            ada.page().keyboard().type(username);
            ada.page().keyboard().press("Tab");
            ada.page().keyboard().type(Person.PASSWORD);
            ada.page().keyboard().press("Enter");
            ada.awaitConnected();
            assertThat(ada.at("composer")).isFocused();
            ada.page().keyboard().type("By keyboard alone");
            ada.page().keyboard().press("Enter");
            assertThat(ada.message("By keyboard alone")).hasAttribute("data-progress", "arrived");
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT", "PHONE, DARK"})
    void axe_finds_nothing_on_any_screen(Screen screen, ColorScheme scheme) {
        var name = (screen + "-" + scheme).toLowerCase();
        try (var ada = new Tab(http(), screen, scheme)) {
            ada.open("/sign-in");
            assertThat(ada.at("submit")).isVisible();
            ada.assertAccessible();
            ada.screenshot("sign-in-" + name);
            ada.register("Ada");
            ada.say("On " + name + ": a _first_ message with `code`\n\n- and\n- a list");
            assertThat(ada.message(name)).hasAttribute("data-progress", "arrived");
            ada.assertAccessible();
            ada.screenshot("chat-" + name);
            var overflow = ada.page().evaluate("document.documentElement.scrollWidth > innerWidth");
            assertThat(overflow).isEqualTo(false);
        }
    }

    private Tab desktop() {
        return new Tab(http(), Screen.DESKTOP, ColorScheme.LIGHT);
    }

    private static String background(Tab tab, String text) {
        return (String) tab.message(text)
                .getByTestId("text")
                .evaluate("text => { for (let e = text; e; e = e.parentElement) {"
                        + " const image = getComputedStyle(e).backgroundImage; if (image !== 'none') return image;"
                        + " if (e.dataset.testid === 'message') return 'none'; } return 'none' }");
    }
}
