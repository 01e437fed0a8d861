package chatterbox.bench;

import com.fasterxml.jackson.core.JsonFactory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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
            new Point("fan-out, 200 sockets, 8 under way", 200, 8, 1, 0, false),
            new Point("fan-out, 200 sockets, 64 under way", 200, 8, 8, 0, false),
            new Point("fan-out, 1000 sockets, 8 under way", 1_000, 8, 1, 0, false),
            new Point("open loop, 200 sockets, 10,000 deliveries/s", 200, 20, 0, 50, false),
            new Point("acknowledged, 50 senders in one room", 50, 50, 1, 0, true));

    /** Everything that keeps one person in bounds; here eight do the work of hundreds. */
    private static final List<String> LIMITS = List.of(
            "SOCKETS_PER_USER",
            "SOCKETS_PER_ADDRESS",
            "POSTS_AT_ONCE",
            "POSTS_PER_SECOND",
            "COMMANDS_AT_ONCE",
            "COMMANDS_PER_SECOND");

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new HashMap<String, String>();
        LIMITS.forEach(limit -> settings.put("CHATTERBOX_" + limit, "1000000"));
        settings.put("CHATTERBOX_PRESENCE_LINES", "0");
        Map<Point, List<Result>> results = new HashMap<>();
        try (var server = ServerProcess.start("bench", settings)) {
            var tokens = tokens(server.uri());
            for (var turn = 0; turn <= TURNS; turn++) {
                for (var point : POINTS) {
                    var result = run(server, tokens, point);
                    if (turn > 0) {
                        results.computeIfAbsent(point, first -> new ArrayList<>()).add(result);
                    }
                }
            }
        }
        var medians = POINTS.stream().map(point -> median(results.get(point))).toList();
        print(medians);
        write(medians);
    }

    private static Result run(ServerProcess server, List<String> tokens, Point point) throws IOException {
        try (var load = new Load(server.uri(), tokens, point)) {
            return load.run(ProcessHandle.of(server.pid()).orElseThrow(), WARM_UP, MEASURED);
        }
    }

    private static List<String> tokens(URI server) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var tokens = new ArrayList<String>();
        for (var n = 0; n < 50; n++) {
            var body = "{\"username\":\"bench" + n + "\",\"password\":\"correct horse battery " + n + "\"}";
            var answer = http.send(
                    HttpRequest.newBuilder(server.resolve("api/register"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            var token = TOKEN.matcher(answer.body());
            if (!token.find()) {
                throw new IOException(answer.body());
            }
            tokens.add(token.group(1));
        }
        return tokens;
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
