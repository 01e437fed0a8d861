package chatterbox.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A program of this machine that was run to its end: its exit status, and all that it said. */
record Ran(int status, String said) {
    static Ran command(Object... words) {
        return command(Map.of(), words);
    }

    static Ran command(Map<String, String> environment, Object... words) {
        var builder = new ProcessBuilder(Stream.of(words).map(Object::toString).toList()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it said, if it was content. */
    String well() {
        assertThat(status).as(said).isZero();
        return said.strip();
    }
}
