package chatterbox.conformance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Rooms of all kinds, who gets in, who speaks, and what the devices of those concerned are told. */
class RoomsIT extends ServerTest {
    private Person ada;
    private Person grace;

    @BeforeEach
    void register() {
        ada = Person.register(http(), "ada");
        grace = Person.register(http(), "grace");
    }

    @Test
    void a_private_room_lives_from_its_founding_to_its_members_leaving() {
        try (var desk = ada.connect();
                var phone = grace.connect()) {
            followOwn(desk, ada);
            followOwn(phone, grace);
            var founded = found("private");
            assertThat(founded.status()).isEqualTo(201);
            var room = founded.text("id");
            assertThat(entered(desk)).containsEntry("id", room).containsEntry("owner", true);

            assertThat(answer("GET", "/api/rooms/" + room, grace)).isEqualTo(404);
            assertThat(answer("PUT", member(room, grace), grace)).isEqualTo(404);
            assertThat(answer("PUT", member(room, grace), ada)).isEqualTo(204);
            var known = entered(phone);
            assertThat(known).containsEntry("kind", "private").containsEntry("members", 2L);
            phone.follow(room, (long) known.get("head"), epoch(phone));
            phone.await("followed");

            desk.awaitAnswer(desk.post(room, "welcome"));
            assertThat(phone.await("message")).containsEntry("text", "welcome");
            assertThat(answer("DELETE", member(room, grace), ada)).isEqualTo(204);
            assertThat(phone.await("gone")).containsEntry("room", room);
            desk.awaitAnswer(desk.post(room, "not for her"));
            assertThat(phone.awaitAnswer(phone.post(room, "let me in"))).containsEntry("reason", "not-found");
            assertThat(phone.events("message")).extracting("text").containsExactly("welcome");
        }
    }

    @Test
    void an_open_room_is_found_joined_renamed_and_archived() {
        var room = found("public").text("id");
        var listed = listed(grace, room);
        assertThat(listed).containsEntry("member", false).containsEntry("members", 1L);
        assertThat(answer("PUT", member(room, grace), grace)).isEqualTo(204);
        assertThat(answer("PUT", member(room, grace), grace)).isEqualTo(204);
        assertThat(listed(grace, room)).containsEntry("member", true).containsEntry("members", 2L);

        assertThat(change(grace, room, "{\"topic\":\"mine\"}")).isEqualTo(403);
        assertThat(change(ada, room, "{\"topic\":\"ours\",\"archived\":true}")).isEqualTo(204);
        var seen = http().get("/api/rooms/" + room, grace.bearer()).body();
        assertThat(seen).containsEntry("topic", "ours").containsEntry("archived", true);
        var post = "{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"hello?\"}";
        assertThat(http().post("/api/rooms/" + room + "/messages", post, ada.bearer()))
                .satisfies(refused -> assertThat(refused.text("reason")).isEqualTo("archived"));
    }

    @Test
    void announcements_are_for_everybody_to_read() {
        var room = found("announcement").text("id");
        assertThat(answer("PUT", member(room, grace), grace)).isEqualTo(204);
        try (var owner = ada.connect();
                var reader = grace.connect()) {
            assertThat(owner.awaitAnswer(owner.post(room, "news"))).containsEntry("type", "ack");
            assertThat(reader.awaitAnswer(reader.post(room, "me too"))).containsEntry("reason", "forbidden");
            assertThat(answer("PUT", "/api/rooms/" + room + "/owners/" + grace.username(), ada))
                    .isEqualTo(204);
            assertThat(reader.awaitAnswer(reader.post(room, "me too"))).containsEntry("type", "ack");
        }
    }

    @Test
    void two_people_have_one_direct_room() {
        var body = "{\"people\":[\"" + grace.username() + "\"]}";
        var opened = http().method("PUT", "/api/direct", body, ada.bearer());
        assertThat(opened.status()).isEqualTo(200);
        var again = http().method("PUT", "/api/direct", "{\"people\":[\"" + ada.username() + "\"]}", grace.bearer());
        assertThat(again.text("id")).isEqualTo(opened.text("id"));
        assertThat(again.body().get("people").toString()).contains(ada.username());
        var found = http().get("/api/people?query=" + grace.username().toUpperCase(), ada.bearer());
        assertThat(found.body().get("people").toString()).contains(grace.username());
    }

    @Test
    void what_is_read_on_one_device_is_read_on_the_other_and_can_be_unread_again() {
        var room = found("public").text("id");
        assertThat(answer("PUT", member(room, grace), grace)).isEqualTo(204);
        try (var writer = ada.connect();
                var desk = grace.connect();
                var phone = grace.connect()) {
            followOwn(phone, grace);
            for (var text : List.of("one", "two", "three")) {
                writer.awaitAnswer(writer.post(room, text));
            }
            var head = (long)
                    http().get("/api/rooms/" + room, grace.bearer()).body().get("head");
            desk.send("{\"type\":\"read\",\"room\":\"" + room + "\",\"upTo\":" + (head - 1) + "}");
            assertThat(phone.await("read")).containsEntry("upTo", head - 1).containsEntry("unread", 1L);
            desk.send("{\"type\":\"unread\",\"room\":\"" + room + "\",\"from\":" + (head - 2) + "}");
            phone.await(
                    event -> "read".equals(event.get("type")) && Long.valueOf(3).equals(event.get("unread")));
            var seen = http().get("/api/rooms/" + room, grace.bearer()).body();
            assertThat(seen).containsEntry("unread", 3L).containsEntry("read", head - 3);
            desk.send("{\"type\":\"read\",\"room\":\"attic\",\"upTo\":1}");
            assertThat(desk.await("refused")).containsEntry("reason", "not-found");
        }
    }

    @Test
    void who_writes_is_shown_to_those_who_look() {
        var room = found("public").text("id");
        assertThat(answer("PUT", member(room, grace), grace)).isEqualTo(204);
        try (var writer = ada.connect();
                var reader = grace.connect()) {
            reader.follow(room);
            reader.await("followed");
            writer.send("{\"type\":\"typing\",\"room\":\"" + room + "\"}");
            assertThat(reader.await("typing")).containsEntry("username", ada.username());
        }
    }

    private Http.Answer found(String kind) {
        var name = "room " + UUID.randomUUID();
        return http().post("/api/rooms", "{\"name\":\"" + name + "\",\"kind\":\"" + kind + "\"}", ada.bearer());
    }

    private int change(Person by, String room, String changes) {
        return http().method("PATCH", "/api/rooms/" + room, changes, by.bearer())
                .status();
    }

    private int answer(String method, String path, Person by) {
        return http().method(method, path, "", by.bearer()).status();
    }

    private static String member(String room, Person person) {
        return "/api/rooms/" + room + "/members/" + person.username();
    }

    @SuppressWarnings("unchecked") // our own JSON reader makes maps with string keys only
    private static Map<String, Object> object(Object json) {
        return (Map<String, Object>) json;
    }

    private Map<String, Object> listed(Person by, String room) {
        var rooms = (List<?>)
                http().get("/api/directory?limit=200", by.bearer()).body().get("rooms");
        return rooms.stream()
                .map(RoomsIT::object)
                .filter(listed -> room.equals(listed.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static void followOwn(Socket socket, Person person) {
        socket.send("{\"type\":\"follow\",\"user\":\"" + person.username() + "\"}");
        socket.await("followed");
    }

    private static Map<String, Object> entered(Socket socket) {
        return object(socket.await("entered").get("room"));
    }

    private static String epoch(Socket socket) {
        return (String) socket.await("welcome").get("epoch");
    }
}
