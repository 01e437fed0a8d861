package chatterbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code target/chatterbox.jar} as a process of its own, on a free port of 127.0.0.1 and a data folder under target.
 * Started again it keeps port, folder and settings. What it says goes to target/server-logs. For one thread.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static ServerProcess shared;

    private final String name;
    private final Map<String, String> settings;
    private final int port = freePort();
    private Process process;
    private int starts;

    private ServerProcess(String name, Map<String, String> settings) {
        this.name = name;
        this.settings = new HashMap<>(settings);
        this.settings.putIfAbsent("CHATTERBOX_DATA", newDataFolder(name));
    }

    /** One server on SQLite for all tests of this JVM that can live with each other; it ends with the JVM. */
    public static synchronized ServerProcess shared() {
        if (shared == null) {
            shared = start("shared", Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** A server of its own, ready when this returns; the name is for its log and its data folder. */
    public static ServerProcess start(String name, Map<String, String> settings) {
        var server = new ServerProcess(name, settings);
        server.start();
        return server;
    }

    /** Starts it again, on the same data, after {@link #stop} or {@link #kill}. */
    public void start() {
        try {
            process = command().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    /** SIGTERM, and waits for the end. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends in a slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path data() {
        return Path.of(settings.get("CHATTERBOX_DATA"));
    }

    /** What the server has said since its latest start. */
    public String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private ProcessBuilder command() throws IOException {
        starts++;
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TARGET.resolve("chatterbox.jar").toString(),
                "--port",
                String.valueOf(port));
        builder.environment().keySet().removeIf(key -> key.startsWith("CHATTERBOX_"));
        builder.environment().putAll(settings);
        Files.createDirectories(logFile().getParent());
        return builder.redirectErrorStream(true).redirectOutput(logFile().toFile());
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + START.toNanos();
        // It answers a moment before it has said so.
        while (!answers() || !log().contains("Chatterbox is ready: ")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not start:\n" + log());
            }
            pause();
        }
    }

    private boolean answers() {
        var status = HttpRequest.newBuilder(uri().resolve("api"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(status, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not stop within " + STOP + ":\n" + log());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private Path logFile() {
        return TARGET.resolve("server-logs").resolve(name + "-" + port + "-" + starts + ".log");
    }

    private static String newDataFolder(String name) {
        try {
            var parent = Files.createDirectories(TARGET.resolve("data"));
            return Files.createTempDirectory(parent, name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
