package chatterbox.server;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import chatterbox.container.Jdk;

/**
 * Writes one line for each run of the conformance tests to {@code target/servers.md}: the server, its JDK, how long it
 * took to start, how the tests ended, which libraries it really used, and the WAR.
 */
public final class ServerTable implements TestExecutionListener {
    private static final Path FILE = Path.of("target", "servers.md");
    private static final String HEAD = """
            | Server | Version | JDK | Start | Tests | JSON | JPA | WAR |
            |---|---|---|---|---|---|---|---|
            """;
    private static final Pattern LIBRARIES = Pattern.compile("Libraries: JSON ([\\w.+-]+), JPA ([\\w.+-]+)");

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (!test.getUniqueId().contains("chatterbox.conformance")) {
            return;
        }
        var whole = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        if (!whole) {
            failed.incrementAndGet();
        } else if (test.isTest()) {
            passed.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (WarContainer.server() != null) {
            write(row(WarContainer.server()));
        }
    }

    private String row(ServerProcess server) {
        var libraries = LIBRARIES.matcher(server.log());
        var known = libraries.find();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.1f s | %s | %s | %s | %s |%n",
                server.server().title(),
                server.server().version(),
                Jdk.wanted(),
                server.startTime().toMillis() / 1000.0,
                failed.get() == 0 ? passed + " passed" : passed + " passed, " + failed + " failed",
                known ? libraries.group(1) : "?",
                known ? libraries.group(2) : "?",
                digest(server.site().war()));
    }

    /** The beginning of its SHA-256: the same in every row. */
    private static String digest(Path war) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(war));
            return HexFormat.of().formatHex(whole, 0, 4);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(String row) {
        try {
            if (Files.notExists(FILE)) {
                Files.writeString(FILE, HEAD);
            }
            Files.writeString(FILE, row, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
