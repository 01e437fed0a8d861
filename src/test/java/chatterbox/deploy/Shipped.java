package chatterbox.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** A file of deploy/, with what an operator puts in there, or a test in place of it. */
record Shipped(String text) {
    static final Path FOLDER = Path.of("deploy").toAbsolutePath();

    static Shipped file(String name) {
        try {
            return new Shipped(Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with other words in all places where these stand; they must be there. */
    Shipped with(String shipped, Object instead) {
        assertThat(text).contains(shipped);
        return new Shipped(text.replace(shipped, instead.toString()));
    }

    /** The same with each match replaced; there must be one. */
    Shipped with(Pattern shipped, Function<MatchResult, String> instead) {
        assertThat(text).containsPattern(shipped);
        return new Shipped(shipped.matcher(text).replaceAll(instead));
    }

    Path writeTo(Path file) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
