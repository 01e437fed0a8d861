package chatterbox.conformance;

import org.junit.jupiter.api.Test;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class FollowingIT extends ServerTest {

    @Test
    void who_comes_back_resumes_without_a_gap() {
        var ada = Person.register(http(), "ada");
        try (var writer = Person.register(http(), "grace").connect()) {
            var first = ada.connect();
            var epoch = (String) first.await("welcome").get("epoch");
            first.follow("general");
            first.close();
            var before = head(ada);
            IntStream.range(0, 30)
                    .mapToObj(n -> writer.post("general", "missed " + n))
                    .toList()
                    .forEach(writer::awaitAnswer);
            try (var again = ada.connect()) {
                again.follow("general", before, epoch);
                again.await(event -> ("missed 29").equals(event.get("text")));
                var seqs = again.seqs("general");
                assertThat(seqs)
                        .isEqualTo(LongStream.rangeClosed(before + 1, seqs.get(seqs.size() - 1))
                                .boxed()
                                .toList());
            }
        }
    }

    @Test
    void a_cursor_of_another_history_or_from_the_future_is_reset() {
        var ada = Person.register(http(), "ada");
        try (var socket = ada.connect()) {
            var epoch = (String) socket.await("welcome").get("epoch");
            socket.follow("general", 1, "another");
            assertThat((Long) socket.await("reset").get("seq")).isEqualTo(head(ada));
        }
        try (var socket = ada.connect()) {
            var epoch = (String) socket.await("welcome").get("epoch");
            socket.follow("general", head(ada) + 1, epoch);
            assertThat((Long) socket.await("reset").get("seq")).isEqualTo(head(ada));
        }
    }

    @Test
    void a_user_stream_is_its_owners_alone() {
        var ada = Person.register(http(), "ada");
        var grace = Person.register(http(), "grace");
        try (var socket = ada.connect()) {
            socket.send("{\"type\":\"follow\",\"user\":\"" + ada.username() + "\",\"after\":0}");
            assertThat(socket.await("followed")).containsEntry("user", ada.username());
            socket.send("{\"type\":\"follow\",\"user\":\"" + grace.username() + "\"}");
            assertThat(socket.await("refused")).containsEntry("reason", "not-found");
        }
    }

    @Test
    void a_room_that_one_may_not_see_cannot_be_followed() {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.send("{\"type\":\"follow\",\"room\":\"nowhere\"}");
            assertThat(socket.await("refused")).containsEntry("reason", "not-found");
        }
    }

    /** Sixty times the line is cut in the middle of the talk, and the reader misses nothing and sees nothing twice. */
    @Test
    void random_disconnects_leave_no_gap_and_no_duplicate() {
        var reader = Person.register(http(), "ada");
        try (var writer = Person.register(http(), "grace").connect()) {
            var epoch = (String) writer.await("welcome").get("epoch");
            var start = head(reader);
            var seen = new java.util.ArrayList<Long>();
            for (int round = 0; round < 60; round++) {
                try (var socket = reader.connect()) {
                    socket.await("welcome");
                    socket.follow("general", seen.isEmpty() ? start : seen.get(seen.size() - 1), epoch);
                    var posts = ThreadLocalRandom.current().nextInt(4);
                    var ids = IntStream.range(0, posts)
                            .mapToObj(n -> writer.post("general", "talk"))
                            .toList();
                    if (ThreadLocalRandom.current().nextBoolean()) {
                        ids.forEach(writer::awaitAnswer);
                    }
                    socket.await("followed");
                    seen.addAll(socket.seqs("general"));
                }
            }
            var last = writer.post("general", "the end");
            writer.awaitAnswer(last);
            try (var socket = reader.connect()) {
                socket.follow("general", seen.get(seen.size() - 1), epoch);
                socket.await(event -> last.toString().equals(event.get("id")));
                seen.addAll(socket.seqs("general"));
            }
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(start + 1, head(reader))
                            .boxed()
                            .toList());
        }
    }

    private long head(Person person) {
        return (Long) http().get("/api/rooms/general", person.bearer()).body().get("head");
    }
}
