package chatterbox.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server program that runs until it is closed. Everything that it says or writes as *.log is in its folder. */
final class Foreground implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Path folder;

    private Foreground(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Ready when this returns: somebody listens on the port of 127.0.0.1. */
    static Foreground start(Path folder, int port, Map<String, String> environment, Object... words) {
        var builder = new ProcessBuilder(Stream.of(words).map(Object::toString).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile());
        builder.environment().putAll(environment);
        try {
            var program = new Foreground(builder.start(), folder);
            program.await(() -> listens(port));
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder under target. */
    static Path folder(String name) {
        try {
            var parent = Files.createDirectories(Path.of("target", "deploy").toAbsolutePath());
            return Files.createTempDirectory(parent, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until it is ready in another sense, too. */
    void await(BooleanSupplier ready) {
        var deadline = System.nanoTime() + START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not start:\n" + logs());
            }
            pause();
        }
    }

    String logs() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(Foreground::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end:\n" + logs());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
