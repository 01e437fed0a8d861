package chatterbox.server;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import chatterbox.account.Together;
import chatterbox.conformance.Http;
import chatterbox.conformance.Person;
import chatterbox.conformance.Socket;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is not sure that a post arrived sends it again: it is there once, and every answer is the same. */
class SamePostIT {
    private static final int SOCKETS = 5;

    private static ServerProcess server;

    private final Map<UUID, Object> answers = new HashMap<>();
    private final Person ada = Person.register(new Http(server.uri()), "ada");

    @BeforeAll
    static void start() {
        server = ServerProcess.start("same-post", Crowd.SETTINGS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_post_sent_ten_times_at_once_and_again_after_a_kill_is_stored_once_and_always_answered_alike() {
        sendTenTimes(ids());
        var unanswered = sendAndDoNotWait();
        server.kill();
        server.start();
        sendTenTimes(List.copyOf(answers.keySet()));
        sendTenTimes(unanswered);

        var history = History.of(ada, "general");
        assertThat(history).extracting(Outcomes.Stored::id).doesNotHaveDuplicates();
        assertThat(history)
                .extracting(stored -> Map.entry(UUID.fromString(stored.id()), stored.seq()))
                .containsAll(answers.entrySet().stream()
                        .map(told -> Map.entry(told.getKey(), (Long) told.getValue()))
                        .toList());
    }

    @Test
    void one_id_sent_into_two_rooms_from_two_sockets_at_once_is_stored_in_one_of_them() {
        new SqliteFile(server.data()).addRoomOfAll("two");
        var before = History.of(ada, "general").size();
        try (var one = ada.connect();
                var other = ada.connect()) {
            for (var id : ids()) {
                var told = Together.outcomes(
                        () -> post(one, id, "general").get("type"),
                        () -> post(other, id, "two").get("type"));
                assertThat(told).containsExactlyInAnyOrder("ack", "refused");
            }
        }
        var after = History.of(ada, "general").size() + History.of(ada, "two").size();
        assertThat(after - before).isEqualTo(ids().size());
    }

    private static List<UUID> ids() {
        return Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(20).toList();
    }

    /** Each of them over five sockets and five times over HTTP at the same moment. */
    private void sendTenTimes(List<UUID> ids) {
        var sockets = Stream.generate(ada::connect).limit(SOCKETS).toList();
        for (var id : ids) {
            var overSockets = sockets.stream().map(socket ->
                    (Callable<?>) () -> post(socket, id, "general").get("seq"));
            var overHttp =
                    Stream.generate(() -> (Callable<?>) () -> postOverHttp(id)).limit(SOCKETS);
            var told = Together.outcomes(Stream.concat(overSockets, overHttp).toArray(Callable[]::new));
            assertThat(told).containsOnly(answers.computeIfAbsent(id, first -> told.get(0)));
        }
        sockets.forEach(Socket::close);
    }

    private List<UUID> sendAndDoNotWait() {
        var ids = ids();
        try (var socket = ada.connect()) {
            ids.forEach(id -> socket.post(id, "general", "once"));
        }
        return ids;
    }

    private static Map<String, Object> post(Socket socket, UUID id, String room) {
        socket.post(id, room, "once");
        return socket.awaitAnswer(id);
    }

    private Object postOverHttp(UUID id) {
        var command = "{\"id\":\"" + id + "\",\"text\":\"once\"}";
        return ada.http()
                .post("/api/rooms/general/messages", command, ada.bearer())
                .body()
                .get("seq");
    }
}
