package chatterbox.deploy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

import chatterbox.server.Requires;

import static org.assertj.core.api.Assertions.assertThat;

class ComposeIT {
    private static Path sqlite;
    private static Path postgresql;

    @BeforeAll
    static void copy() {
        var folder = Foreground.folder("compose");
        // Debian's is older than this line.
        sqlite = Shipped.file("container/compose.yaml")
                .with("\nname: chatterbox\n", "\n")
                .writeTo(folder.resolve("compose.yaml"));
        postgresql =
                Shipped.file("container/compose.postgresql.yaml").writeTo(folder.resolve("compose.postgresql.yaml"));
    }

    @Test
    void it_is_whole_by_itself() {
        config("none", "-f", sqlite);
    }

    @Test
    void together_with_the_second_file_it_is_on_postgresql() {
        assertThat(config("secret", "-f", sqlite, "-f", postgresql))
                .contains("jdbc:postgresql://postgresql/chatterbox?user=chatterbox&password=secret")
                .contains("read_only: true");
    }

    @Test
    void without_a_password_there_is_no_postgresql() {
        assertThat(run("", "-f", sqlite, "-f", postgresql).status()).isNotZero();
    }

    private static String config(String password, Object... files) {
        return run(password, files).well();
    }

    private static Ran run(String password, Object... files) {
        var words = new Object[files.length + 2];
        words[0] = Requires.program("docker-compose", "docker-compose");
        System.arraycopy(files, 0, words, 1, files.length);
        words[words.length - 1] = "config";
        return Ran.command(Map.of("POSTGRES_PASSWORD", password), words);
    }
}
