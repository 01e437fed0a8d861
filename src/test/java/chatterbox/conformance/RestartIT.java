package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chatterbox.container.AppServer;
import chatterbox.server.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A server of its own that is told to stop, started again, killed, and started again, all on the same data. */
@ExtendWith(NeedsJdk.class)
class RestartIT {
    private static final String TEXT = "kept";

    private final Map<UUID, Long> acknowledged = new LinkedHashMap<>();
    private Person ada;
    private String epoch;
    private String refreshCookie;

    @Test
    void what_was_acknowledged_and_who_is_signed_in_outlives_a_stop_and_a_kill() throws Exception {
        try (var server = ServerProcess.start(AppServer.ofThisRun(), "restart", Map.of())) {
            ada = Person.register(new Http(server.uri()), "ada");
            refreshCookie = ada.signIn().cookie("chatterbox-refresh");
            var socket = ada.connect();
            epoch = (String) socket.await("welcome").get("epoch");
            post(socket);

            server.stop();
            assertThat(socket.awaitClose()).isIn(server.server().shutdownCodes());
            assertFree(server);
            server.start();
            socket = comeBack();
            post(socket);

            server.kill();
            assertThat(socket.awaitClose()).isEqualTo(1006);
            assertFree(server);
            server.start();
            post(comeBack());
        }
    }

    private void post(Socket socket) {
        var ids = IntStream.range(0, 20)
                .mapToObj(n -> socket.post("general", TEXT))
                .toList();
        ids.forEach(id -> acknowledged.put(id, (Long) socket.awaitAnswer(id).get("seq")));
    }

    /** Still signed in, on both ways; resumes the same history, without a gap, and posts nothing twice. */
    private Socket comeBack() {
        var refreshed = ada.http().post("/api/refresh", "", "Cookie", refreshCookie, "X-Chatterbox", "1");
        assertThat(refreshed.status()).isEqualTo(200);
        refreshCookie = refreshed.cookie("chatterbox-refresh");
        var socket = ada.connect();
        assertThat(socket.await("welcome")).containsEntry("epoch", epoch);
        socket.follow("general", 0, epoch);
        acknowledged.forEach((id, seq) -> assertThat(message(socket, id)).containsEntry("seq", seq));
        assertThat(socket.seqs("general"))
                .isEqualTo(LongStream.rangeClosed(1, head()).boxed().toList());
        acknowledged.keySet().forEach(id -> socket.post(id, "general", TEXT));
        acknowledged.forEach((id, seq) -> assertThat(socket.awaitAnswer(id)).containsEntry("seq", seq));
        assertThat(head()).isEqualTo(socket.seqs("general").size());
        return socket;
    }

    private static Map<String, Object> message(Socket socket, UUID id) {
        return socket.await(
                event -> "message".equals(event.get("type")) && id.toString().equals(event.get("id")));
    }

    private long head() {
        return (Long) ada.http().get("/api/rooms/general", ada.bearer()).body().get("head");
    }

    /** Nobody holds the data folder any more. */
    private static void assertFree(ServerProcess server) throws IOException {
        try (var lock = FileChannel.open(server.data().resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
        }
    }
}
