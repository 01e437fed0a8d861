package chatterbox.server;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** A line that breaks costs its owner nothing. */
class DisconnectIT {
    private static final int LOSERS = 8;
    private static final int DISCONNECTS = Integer.getInteger("disconnects", 1_000);

    @Test
    void a_thousand_lines_cut_under_load_leave_no_gap_and_nothing_twice_and_who_is_too_far_behind_is_told()
            throws Exception {
        try (var server = ServerProcess.start("disconnect", Crowd.SETTINGS)) {
            var crowd = new Crowd(server);
            var losers = IntStream.range(0, LOSERS).mapToObj(crowd::addReader).toList();
            try (var load = crowd.write()) {
                loseLines(losers);
                load.awaitAcknowledged(8_000);
            }
            crowd.check();
            assertTooFarBehindIsTold(Person.register(new Http(server.uri()), "late"));
        }
    }

    private static void loseLines(List<Reader> losers) {
        losers.stream()
                .map(loser -> CompletableFuture.runAsync(() -> loseLines(loser), work -> new Thread(work).start()))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** Each time after some facts, or before the first one. */
    private static void loseLines(Reader loser) {
        for (int n = 0; n < DISCONNECTS / LOSERS; n++) {
            loser.awaitMore(ThreadLocalRandom.current().nextInt(30));
            loser.leave();
            loser.comeBack();
        }
    }

    /** The room has thousands of facts: it begins anew from its head, and goes on without a gap. */
    private static void assertTooFarBehindIsTold(Person late) {
        try (var socket = late.connect()) {
            var epoch = (String) socket.await("welcome").get("epoch");
            socket.follow("general", 1, epoch);
            var from = (Long) socket.await("reset").get("seq");
            socket.awaitAnswer(socket.post("general", "at last"));
            socket.await("message");
            assertThat(socket.seqs("general")).containsExactly(from + 1);
        }
    }
}
