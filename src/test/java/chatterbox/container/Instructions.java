package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines that tell an operator how to put the WAR on a server: every run of the tests follows them. */
final class Instructions {
    private static final Pattern LINES = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private Instructions() {}

    /** Carries out the first block of shell lines in this folder's README below {@code deploy}. */
    static void follow(String folder, Map<String, String> variables) throws IOException {
        var readme = Path.of("deploy", folder, "README.md");
        var block = LINES.matcher(Files.readString(readme));
        if (!block.find()) {
            throw new IllegalStateException(readme + " has no lines to follow");
        }
        var shell = new ProcessBuilder("sh", "-euc", block.group(1)).redirectErrorStream(true);
        shell.environment().putAll(Jdk.environment());
        shell.environment().putAll(variables);
        var process = shell.start();
        var said = new String(process.getInputStream().readAllBytes());
        if (exit(process) != 0) {
            throw new IllegalStateException(readme + ": " + said);
        }
    }

    private static int exit(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
