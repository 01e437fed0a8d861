package chatterbox.bench;

import com.fasterxml.jackson.core.JsonFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import chatterbox.bench.Load.Point;
import chatterbox.bench.Load.Result;
import chatterbox.server.ServerProcess;

/**
 * Loads {@code target/chatterbox.jar}, as it is shipped, on 127.0.0.1: prints a table and writes target/bench/load.json. Each
 * point is measured several times, in turns, and the median run counts; the first turn warms the server up and is thrown away.
 */
public final class Bench {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(4);
    private static final int TURNS = Integer.getInteger("turns", 3);

    private static final List<Point> POINTS = List.of(
            new Point("fan-out, 200 sockets, 8 under way", 1, 200, 8, 1, 0, false),
            new Point("fan-out, 200 sockets, 64 under way", 1, 200, 8, 8, 0, false),
            new Point("fan-out, 1000 sockets, 8 under way", 1, 1_000, 8, 1, 0, false),
            new Point("open loop, 200 sockets, 10,000 deliveries/s", 1, 200, 20, 0, 50, false),
            new Point("acknowledged, 50 senders in one room", 1, 50, 50, 1, 0, true));

    /** How the cost grows: with the sockets of one room, and with rooms of five. */
    private static final List<Point> CURVES = List.of(
            new Point("50 sockets in a room", 1, 50, 8, 1, 0, false),
            new Point("200 sockets in a room", 1, 200, 8, 1, 0, false),
            new Point("1,000 sockets in a room", 1, 1_000, 8, 1, 0, false),
            new Point("5,000 sockets in a room", 1, 5_000, 8, 1, 0, false),
            new Point("1 room of 5", 1, 5, 1, 1, 0, false),
            new Point("10 rooms of 5", 10, 50, 10, 1, 0, false),
            new Point("100 rooms of 5", 100, 500, 100, 1, 0, false),
            new Point("1,000 rooms of 5", 1_000, 5_000, 1_000, 1, 0, false));

    /** Everything that keeps one person in bounds; here eight do the work of hundreds. */
    private static final List<String> LIMITS = List.of(
            "SOCKETS_PER_USER",
            "SOCKETS_PER_ADDRESS",
            "POSTS_AT_ONCE",
            "POSTS_PER_SECOND",
            "COMMANDS_AT_ONCE",
            "COMMANDS_PER_SECOND");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new HashMap<String, String>();
        LIMITS.forEach(limit -> settings.put("CHATTERBOX_" + limit, "1000000"));
        settings.put("CHATTERBOX_PRESENCE_LINES", "0");
        var points = Boolean.getBoolean("curves") ? CURVES : POINTS;
        Map<Point, List<Result>> results = new HashMap<>();
        try (var server = ServerProcess.start("bench", settings)) {
            var people = People.register(server.uri());
            for (var turn = 0; turn <= TURNS; turn++) {
                for (var point : points) {
                    var result = run(server, people, point);
                    if (turn > 0) {
                        results.computeIfAbsent(point, first -> new ArrayList<>()).add(result);
                    }
                }
            }
        }
        var medians = points.stream().map(point -> median(results.get(point))).toList();
        print(medians);
        write(medians);
    }

    private static Result run(ServerProcess server, People people, Point point) throws IOException, InterruptedException {
        try (var load = new Load(server.uri(), people.tokens(), people.rooms(point.rooms()), point)) {
            return load.run(ProcessHandle.of(server.pid()).orElseThrow(), WARM_UP, MEASURED);
        }
    }

    private static Result median(List<Result> turns) {
        return turns.stream()
                .sorted((one, other) -> Double.compare(one.p99(), other.p99()))
                .toList()
                .get(turns.size() / 2);
    }

    private static void print(List<Result> results) {
        System.out.println("| point | deliveries/s | acknowledged/s | p50 ms | p99 ms | p99.9 ms | server's CPU, us a delivery |"
                + " lost or out of order | refused |\n|---|---|---|---|---|---|---|---|---|");
        results.forEach(result -> System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.1f | %.1f | %.1f | %.2f | %d | %d |%n",
                result.name(),
                result.deliveriesPerSecond(),
                result.acksPerSecond(),
                result.p50(),
                result.p99(),
                result.p999(),
                result.cpuMicrosPerDelivery(),
                result.lostOrOutOfOrder(),
                result.refused()));
    }

    private static void write(List<Result> results) throws IOException {
        var file = Files.createDirectories(Path.of("target/bench")).resolve("load.json");
        try (var json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartArray();
            for (var result : results) {
                json.writeStartObject();
                json.writeStringField("point", result.name());
                json.writeNumberField("deliveriesPerSecond", result.deliveriesPerSecond());
                json.writeNumberField("acksPerSecond", result.acksPerSecond());
                json.writeNumberField("p50Millis", result.p50());
                json.writeNumberField("p99Millis", result.p99());
                json.writeNumberField("p999Millis", result.p999());
                json.writeNumberField("cpuMicrosPerDelivery", result.cpuMicrosPerDelivery());
                json.writeNumberField("lostOrOutOfOrder", result.lostOrOutOfOrder());
                json.writeNumberField("refused", result.refused());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
