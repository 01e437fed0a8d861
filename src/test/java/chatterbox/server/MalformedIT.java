package chatterbox.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;
import chatterbox.conformance.Socket;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes over a line that nobody can read is refused, costs nothing for good, and nobody else notices. */
@EnabledOnOs(OS.LINUX)
class MalformedIT {
    private static final int FRAMES = Integer.getInteger("frames", 100_000);
    private static final int EACH = 1_000;
    private static final int AT_ONCE = 4;
    private static final long PROMPT = TimeUnit.SECONDS.toNanos(2);
    private static final long LEAK = 5 * 1024 * 1024;

    private static final String ID = "0192f0c1-2345-7abc-8def-0123456789ab";
    private static final String POST =
            "{\"type\":\"post\",\"id\":\"" + ID + "\",\"room\":\"general\",\"text\":\"whole\"}";
    private static final List<String> BAD = List.of(
            "",
            "junk",
            "[]",
            "{}",
            "{\"type\":7}",
            "{\"type\":\"dance\"}",
            "{\"type\":\"follow\",\"room\":{}}",
            "{\"type\":\"follow\",\"room\":\"general\",\"after\":-1}",
            "{\"type\":\"post\",\"type\":\"post\"}",
            POST.replace(ID, "7"),
            POST.replace("general", "nowhere"),
            POST.replace("whole", ""),
            POST.replace("whole", "\\u0000"),
            POST.replace("\"whole\"", "[".repeat(1_000)),
            "{\"type\":\"renew\",\"token\":\"e30.e30.e30\"}");

    @Test
    void a_hundred_thousand_frames_that_nobody_can_read_are_refused_and_leave_nothing_behind() throws Exception {
        try (var server = ServerProcess.start("malformed", Crowd.SETTINGS)) {
            var http = new Http(server.uri());
            var mallory = Person.register(http, "mallory");
            try (var ada = Person.register(http, "ada").connect();
                    var grace = Person.register(http, "grace").connect()) {
                grace.follow("general");
                storm(mallory, FRAMES / 10); // What the server loads once and keeps.
                var before = Footprint.of(server.pid());
                var storm = CompletableFuture.runAsync(() -> storm(mallory, FRAMES));
                var lines = talkUntil(storm, ada, grace);
                storm.join();

                Footprint.awaitAtMost(server.pid(), before.plus(LEAK, AT_ONCE));
                assertThat(History.of(mallory, "general")).hasSize(lines);
            }
            assertThat(server.log().split("Chatterbox is ready: ")[1])
                    .doesNotContain("WARNING")
                    .doesNotContain("SEVERE");
        }
    }

    private static void storm(Person mallory, int frames) {
        IntStream.range(0, AT_ONCE)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, frames / EACH / AT_ONCE).forEach(line -> storm(mallory)),
                        work -> new Thread(work).start()))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** One line, on which each frame is refused, and none because of a fault of ours. */
    private static void storm(Person mallory) {
        try (var socket = mallory.connect()) {
            IntStream.range(1, EACH).forEach(n -> socket.send(bad()));
            socket.send(POST.replace("post", "last"));
            socket.await(event -> "unknown-type".equals(event.get("reason")) && ID.equals(event.get("id")));
            assertThat(socket.events("refused"))
                    .hasSize(EACH)
                    .extracting(refused -> refused.get("reason"))
                    .doesNotContain("internal");
        }
    }

    /** One of the list, or a post that was cut off, or was blown up to nearly all that a frame may have. */
    private static String bad() {
        var random = ThreadLocalRandom.current();
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4 -> POST.substring(0, random.nextInt(POST.length()));
            case 5 -> random.nextInt(10) == 0 ? POST.replace("whole", "x".repeat(60_000)) : "\"";
            default -> BAD.get(random.nextInt(BAD.size()));
        };
    }

    /** How many lines one wrote meanwhile, each of them before the other's eyes at once. */
    private static int talkUntil(CompletableFuture<?> done, Socket writer, Socket reader) {
        var lines = 0;
        while (!done.isDone()) {
            var before = System.nanoTime();
            var id = writer.post("general", "calmly");
            assertThat(writer.awaitAnswer(id)).containsEntry("type", "ack");
            reader.await(event -> id.toString().equals(event.get("id")));
            assertThat(System.nanoTime() - before).isLessThan(PROMPT);
            lines++;
        }
        return lines;
    }
}
