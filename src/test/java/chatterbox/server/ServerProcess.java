package chatterbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import chatterbox.container.AppServer;
import chatterbox.container.ChatterboxJar;
import chatterbox.container.Jdk;
import chatterbox.container.Pool;
import chatterbox.container.Ports;
import chatterbox.container.Site;

/**
 * The chat on a server that is a process of its own, on a free port of 127.0.0.1 and a data folder under target. Started
 * again it keeps port, folder and settings. What it says goes to target/server-logs. For one thread.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String REFUSED = "Chatterbox cannot start: ";
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private static ServerProcess shared;

    private final AppServer server;
    private final String name;
    private final Site site;
    private final Map<String, String> settings;
    private Process process;
    private Duration startTime = Duration.ZERO;
    private int starts;

    private ServerProcess(AppServer server, String name, Map<String, String> settings, Optional<Pool> pool) {
        this.server = server;
        this.name = name;
        this.settings = new HashMap<>(settings);
        this.settings.putIfAbsent("CHATTERBOX_DATA", newFolder("data").toString());
        site = new Site(newFolder("sites"), TARGET.resolve("chatterbox.war"), Ports.free(), pool);
    }

    /** One server on SQLite for all tests of this JVM that can live with each other; it ends with the JVM. */
    public static synchronized ServerProcess shared() {
        if (shared == null) {
            shared = start("shared", Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** {@code chatterbox.jar}, ready when this returns; the name is for its log and its folders. */
    public static ServerProcess start(String name, Map<String, String> settings) {
        return start(new ChatterboxJar(), name, settings);
    }

    /** A server of its own, ready when this returns; the name is for its log and its folders. */
    public static ServerProcess start(AppServer server, String name, Map<String, String> settings) {
        var process = of(server, name, settings);
        process.start();
        return process;
    }

    /** A server that keeps a data source, which the chat is told to use; ready when this returns. */
    public static ServerProcess startOn(Pool pool, AppServer server, String name) {
        var process =
                new ServerProcess(server, name, Map.of("CHATTERBOX_DATA_SOURCE", server.poolName()), Optional.of(pool));
        process.start();
        return process;
    }

    /** Not started yet. */
    public static ServerProcess of(AppServer server, String name, Map<String, String> settings) {
        return new ServerProcess(server, name, settings, Optional.empty());
    }

    /**
     * Starts it, or starts it again on the same data after {@link #stop} or {@link #kill}.
     *
     * @throws IllegalStateException with the server's log when it does not answer, or Chatterbox refuses to start
     */
    public void start() {
        var begin = System.nanoTime();
        launch();
        awaitReady(begin + START.toNanos());
        startTime = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Starts it, expecting that Chatterbox refuses, and returns the log once it has said so. */
    public String startInVain() {
        return startInVain(Pattern.compile(REFUSED));
    }

    /** Starts it, expecting that its log says this and that nothing answers, and returns the log. */
    public String startInVain(Pattern reason) {
        launch();
        var deadline = System.nanoTime() + START.toNanos();
        while (!reason.matcher(log()).find()) {
            if (!process.isAlive() || answers() || System.nanoTime() > deadline) {
                kill();
                throw new IllegalStateException("Nothing was refused:\n" + log());
            }
            pause();
        }
        return log();
    }

    /** SIGTERM, and waits for the end. */
    public void stop() {
        ProcessTree.terminate(process.toHandle());
        awaitEnd();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    public void kill() {
        ProcessTree.kill(process.toHandle());
        awaitEnd();
    }

    /** Ends in a slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + site.port() + server.contextPath());
    }

    public Site site() {
        return site;
    }

    public AppServer server() {
        return server;
    }

    /** From the command to the first answer, of the latest start. */
    public Duration startTime() {
        return startTime;
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
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private void launch() {
        starts++;
        try {
            var launch = server.launch(site);
            var builder = new ProcessBuilder(launch.command());
            builder.environment().keySet().removeIf(key -> key.startsWith("CHATTERBOX_"));
            builder.environment().putAll(Jdk.environment());
            builder.environment().putAll(launch.environment());
            builder.environment().putAll(settings);
            Files.createDirectories(logFile().getParent());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(logFile().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(long deadline) {
        // It answers a moment before it has said so.
        while (!answers() || !log().contains(server.readyLine())) {
            if (!process.isAlive() || log().contains(REFUSED) || System.nanoTime() > deadline) {
                letItEnd();
                throw new IllegalStateException("The server did not start:\n" + log());
            }
            pause();
        }
    }

    /** A server whose application was refused may end itself, and says why; most go on without it. */
    private void letItEnd() {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
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
                ProcessTree.kill(process.toHandle());
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
        return TARGET.resolve("server-logs").resolve(name + "-" + site.port() + "-" + starts + ".log");
    }

    private Path newFolder(String kind) {
        try {
            var parent = Files.createDirectories(TARGET.resolve(kind));
            return Files.createTempDirectory(parent, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
