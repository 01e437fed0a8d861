package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A room that is longer than what a page holds of it, and what calls for one who looks elsewhere. */
class HistoryIT extends ServerTest {
    private static final int LINES = 600;
    private static final int MOST_HELD = 300;
    /** The first line in view; a page that comes must not move it by itself. */
    private static final String TOPMOST = "() => { const scroller = document.querySelector('.scroller');"
            + " const top = scroller.getBoundingClientRect().top;"
            + " const rows = [...document.querySelectorAll('.row.message')];"
            + " const row = rows.find((each) => each.getBoundingClientRect().bottom > top);"
            + " return Number(/Line (\\d+)/.exec(row?.textContent ?? '')?.[1] ?? -1); }";

    @Test
    void a_long_room_scrolls_both_ways_and_the_page_holds_a_window_of_it() {
        try (var ada = Tab.desktop(http())) {
            var username = ada.register("Ada");
            var room = longRoom(username);
            ada.open("/#/" + room);
            assertThat(ada.message("Line 599")).isInViewport();
            scroll(ada, -1_500, ada.message("Line 000"));
            assertThat(ada.at("beginning")).isVisible();
            assertThat(ada.message("Line 599")).hasCount(0);
            scroll(ada, 1_500, ada.message("Line 599"));

            scroll(ada, -400, ada.message("Line 100"));
            var grace = member(room);
            post(grace, room, "Fresh news");
            assertThat(ada.at("new-messages")).isVisible();
            ada.at("new-messages").click();
            assertThat(ada.message("Fresh news")).isInViewport();
            assertThat(ada.at("message")).hasCount(50);
        }
    }

    @Test
    void a_day_is_gone_to_by_its_date() {
        try (var ada = Tab.desktop(http())) {
            ada.open("/#/" + longRoom(ada.register("Ada")));
            assertThat(ada.message("Line 599")).isInViewport();
            ada.at("header-search").click();
            ada.at("day-field").fill(LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());
            assertThat(ada.message("Line 000")).isInViewport();
        }
    }

    @Test
    void notifications_come_as_preferred_and_devices_agree() {
        try (var ada = Tab.desktop(http())) {
            ada.page()
                    .addInitScript("window.shown = []; document.hasFocus = () => false;"
                            + " window.Notification = class { static permission = 'default';"
                            + " static requestPermission = async () => (window.Notification.permission = 'granted');"
                            + " constructor(title, { body }) { window.shown.push(body); } };");
            var username = ada.register("Ada");
            var grace = Person.register(http(), "grace");
            openNotifications(ada);
            ada.assertAccessible();
            ada.at("allow-notifications").click();
            ada.page().keyboard().press("Escape");
            say(ada, grace, "nothing for anybody");
            say(ada, grace, "hello @" + username);
            assertThat(shown(ada)).isEqualTo(List.of("hello @" + username));

            openNotifications(ada);
            ada.at("notify-nothing").check();
            ada.at("quiet").check();
            assertThat(ada.at("quiet-from")).hasValue("22:00");
            ada.page().keyboard().press("Escape");
            say(ada, grace, "and again @" + username);
            assertThat(shown(ada)).hasSize(1);

            ada.page().reload();
            ada.awaitConnected();
            openNotifications(ada);
            assertThat(ada.at("notify-nothing")).isChecked();
            assertThat(ada.at("quiet")).isChecked();
            ada.screenshot("notifications");
        }
    }

    @Test
    void preferences_are_a_fact_of_ones_own_stream() {
        var ada = Person.register(http(), "ada");
        try (var phone = ada.connect()) {
            phone.send("{\"type\":\"follow\",\"user\":\"" + ada.username() + "\"}");
            phone.await("followed");
            var values = "{\"rooms\":[{\"room\":\"general\",\"level\":\"all\"}],"
                    + "\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\"}}";
            assertThat(prefer(ada, values)).isEqualTo(204);
            assertThat(prefer(ada, values)).isEqualTo(204);
            var told = phone.await("preferences").get("values");
            assertThat(http().get("/api/me/preferences", ada.bearer()).body()).isEqualTo(told);
            assertThat(prefer(ada, "{\"rooms\":[]}")).isEqualTo(204);
            phone.await(event -> Map.of("rooms", List.of()).equals(event.get("values")));
            assertThat(phone.events("preferences")).hasSize(2);
            assertThat(prefer(ada, "{\"rooms\":[{\"room\":\"general\",\"level\":\"some\"}]}"))
                    .isEqualTo(400);
            assertThat(http().get("/api/me/preferences").status()).isEqualTo(401);
        }
    }

    private int prefer(Person person, String values) {
        return http().method("PUT", "/api/me/preferences", values, person.bearer())
                .status();
    }

    private static void openNotifications(Tab tab) {
        tab.at("user-menu").click();
        tab.at("open-notifications").click();
        assertThat(tab.at("notifications-dialog")).isVisible();
    }

    /** In general; returns when the page has it, and has thought about it. */
    private void say(Tab tab, Person author, String text) {
        post(author, "general", text);
        assertThat(tab.message(text)).isVisible();
    }

    private static List<?> shown(Tab tab) {
        return (List<?>) tab.page().evaluate("() => window.shown");
    }

    /** Until this comes into view, in small steps, of which each moves what is read by as much and no more. */
    private static void scroll(Tab tab, int by, Locator until) {
        var page = tab.page();
        var before = (int) page.evaluate(TOPMOST);
        for (int n = 0; n < 400 && !isInView(until); n++) {
            tab.at("timeline").hover();
            page.mouse().wheel(0, by);
            page.waitForTimeout(50);
            var now = (int) page.evaluate(TOPMOST);
            if (now >= 0 && before >= 0) {
                assertThat((now - before) * Integer.signum(by)).isBetween(0, 80);
            }
            before = now;
            assertThat(tab.at("message").count()).isLessThanOrEqualTo(MOST_HELD);
        }
        assertThat(until).isInViewport();
    }

    private static boolean isInView(Locator message) {
        return message.count() > 0
                && (boolean) message.evaluate("(row) => { const { top, bottom } = row.getBoundingClientRect();"
                        + " const view = row.closest('.scroller').getBoundingClientRect();"
                        + " return bottom > view.top && top < view.bottom; }");
    }

    private String longRoom(String reader) {
        var founder = Person.register(http(), "founder");
        var content = "{\"name\":\"long " + UUID.randomUUID() + "\",\"kind\":\"public\"}";
        var room = http().post("/api/rooms", content, founder.bearer()).text("id");
        var authors = IntStream.range(0, 6).mapToObj(n -> member(room)).toList();
        var invited = http().method("PUT", "/api/rooms/" + room + "/members/" + reader, "", founder.bearer());
        assertThat(invited.status()).isEqualTo(204);
        IntStream.range(0, LINES).forEach(n -> post(authors.get(n % 6), room, "Line %03d".formatted(n)));
        return room;
    }

    private Person member(String room) {
        var person = Person.register(http(), "grace");
        http().method("PUT", "/api/rooms/" + room + "/members/" + person.username(), "", person.bearer());
        return person;
    }

    private void post(Person author, String room, String text) {
        var body = "{\"id\":\"" + UuidCreator.getTimeOrderedEpoch() + "\",\"text\":\"" + text + "\"}";
        var answer = http().post("/api/rooms/" + room + "/messages", body, author.bearer());
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
    }
}
