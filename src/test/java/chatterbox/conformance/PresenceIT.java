package chatterbox.conformance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is at a device, who is away, who vanished, and who has read what. */
class PresenceIT extends ServerTest {
    private Person ada;
    private Person grace;

    @BeforeEach
    void register() {
        ada = Person.register(http(), "ada");
        grace = Person.register(http(), "grace");
    }

    @Test
    void somebody_is_away_when_nobody_touches_any_of_their_devices() {
        try (var watcher = ada.connect();
                var desk = grace.connect();
                var phone = grace.signInAgain().connect()) {
            desk.send("{\"type\":\"idle\",\"idle\":true}");
            desk.send("{\"type\":\"nonsense\"}"); // Its answer tells that what went before was carried out.
            desk.await("refused");
            phone.send("{\"type\":\"idle\",\"idle\":true}");
            watcher.await(event -> names(event, "away").contains(grace.username()));
            try (var newcomer = ada.connect()) {
                var online = (Map<?, ?>) newcomer.await("welcome").get("online");
                assertThat(online.get("away").toString()).contains(grace.username());
            }
            desk.send("{\"type\":\"idle\",\"idle\":false}");
            watcher.await(event -> names(event, "back").contains(grace.username()));
        }
    }

    @Test
    void who_vanished_without_a_close_goes_offline() {
        try (var watcher = ada.connect();
                var vanished = new BareSocket(grace)) {
            watcher.await(event -> event.toString().contains(grace.username()));
            // Nothing is read or answered from here on, and the line stays open.
            watcher.await(event -> names(event, "went").contains(grace.username()));
            assertThat(vanished).isNotNull();
        }
    }

    @Test
    void a_direct_message_is_seen_until_its_reader_no_longer_tells() {
        var room = direct();
        try (var desk = ada.connect();
                var phone = grace.connect()) {
            followOwn(desk, ada);
            followOwn(phone, grace);
            var seq = desk.awaitAnswer(desk.post(room, "did you see this?")).get("seq");
            assertThat(readers(ada, room, seq)).isEqualTo("{people=[], count=0}");
            phone.send("{\"type\":\"read\",\"room\":\"" + room + "\",\"upTo\":" + seq + "}");
            desk.await(event -> isSeen(event, room, seq));
            assertThat(readers(ada, room, seq)).contains(grace.username(), "count=1");
            assertThat(readers(grace, room, seq)).isEqualTo("{people=[], count=0}");

            assertThat(prefer(grace, "{\"rooms\":[],\"receipts\":false}")).isEqualTo(204);
            desk.await(event -> isSeen(event, room, 0L));
            assertThat(readers(ada, room, seq)).isEqualTo("{people=[], count=0}");
        }
    }

    @Test
    void whoever_does_not_tell_is_not_told() {
        var room = direct();
        assertThat(prefer(ada, "{\"rooms\":[],\"receipts\":false}")).isEqualTo(204);
        try (var desk = ada.connect();
                var phone = grace.connect()) {
            followOwn(desk, ada);
            followOwn(phone, grace);
            var seq = desk.awaitAnswer(desk.post(room, "psst")).get("seq");
            phone.send("{\"type\":\"read\",\"room\":\"" + room + "\",\"upTo\":" + seq + "}");
            phone.await("read");
            assertThat(readers(ada, room, seq)).isEqualTo("{people=[], count=0}");

            assertThat(prefer(ada, "{\"rooms\":[]}")).isEqualTo(204);
            phone.send("{\"type\":\"unread\",\"room\":\"" + room + "\",\"from\":" + seq + "}");
            desk.await(event -> isSeen(event, room, (long) seq - 1));
            assertThat(desk.events("seen")).extracting("upTo").doesNotContain(seq);
        }
    }

    @Test
    void nobody_asks_for_the_readers_of_a_room_they_are_not_in() {
        var room = direct();
        var mallory = Person.register(http(), "mallory");
        var path = "/api/rooms/" + room + "/messages/1/readers";
        assertThat(http().get(path, mallory.bearer()).status()).isEqualTo(404);
    }

    private String direct() {
        var people = "{\"people\":[\"" + grace.username() + "\"]}";
        return http().method("PUT", "/api/direct", people, ada.bearer()).text("id");
    }

    private int prefer(Person person, String values) {
        return http().method("PUT", "/api/me/preferences", values, person.bearer())
                .status();
    }

    private String readers(Person person, String room, Object seq) {
        var path = "/api/rooms/" + room + "/messages/" + seq + "/readers";
        return http().get(path, person.bearer()).body().toString();
    }

    private static void followOwn(Socket socket, Person person) {
        socket.send("{\"type\":\"follow\",\"user\":\"" + person.username() + "\"}");
        socket.await("followed");
    }

    private boolean isSeen(Map<String, Object> event, String room, Object upTo) {
        return event.get("type").equals("seen")
                && event.get("room").equals(room)
                && event.get("username").equals(grace.username())
                && event.get("upTo").equals(upTo);
    }

    private static List<?> names(Map<String, Object> event, String field) {
        return event.get("type").equals("online") && event.get(field) instanceof List<?> names ? names : List.of();
    }
}
