package chatterbox.persistence;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever runs the tests may be root, for whom permissions do not count: what stands in the way here does for all. */
class DataFolderTest {
    @TempDir
    private Path home;

    @Test
    void a_missing_folder_is_made_with_those_above_it() {
        open(home.resolve("a").resolve("b")).close();

        assertThat(home.resolve("a").resolve("b")).isDirectory();
    }

    @Test
    void a_file_of_that_name_is_told_and_left_alone() throws Exception {
        var file = Files.writeString(home.resolve("chatterbox"), "notes");

        assertThatThrownBy(() -> open(file))
                .hasMessage(
                        "CHATTERBOX_DATA: " + file + " cannot be a folder, since " + file + " is a file; name another");
        assertThat(file).hasContent("notes");
    }

    @Test
    void a_file_further_up_is_told() throws Exception {
        var file = Files.writeString(home.resolve("notes"), "");
        var folder = file.resolve("chat").resolve("data");

        assertThatThrownBy(() -> open(folder))
                .hasMessage("CHATTERBOX_DATA: " + folder + " cannot be a folder, since " + file
                        + " is a file; name another");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_cannot_be_made_is_told_with_the_mend() {
        assertThatThrownBy(() -> open(Path.of("/proc/chatterbox/data")))
                .hasMessageStartingWith("CHATTERBOX_DATA: cannot make the folder /proc/chatterbox/data (")
                .hasMessageEndingWith("); make the one above it writable for this server's user, or name another");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_cannot_be_written_to_is_told_with_the_mend() {
        assertThatThrownBy(() -> open(Path.of("/proc")))
                .hasMessageStartingWith("CHATTERBOX_DATA: cannot write to the folder /proc (")
                .hasMessageEndingWith("); make it writable for this server's user, or name another");
    }

    @Test
    void a_folder_in_use_is_told_and_free_again_once_it_is_closed() {
        var first = open(home);
        try {
            assertThatThrownBy(() -> open(home))
                    .hasMessage("CHATTERBOX_DATA: another process uses " + home
                            + "; stop it, or name another folder for this one");
        } finally {
            first.close();
        }

        open(home).close();
    }

    private static DataFolder open(Path folder) {
        return new DataFolder(Engines.settings(Map.of("CHATTERBOX_DATA", folder.toString())));
    }
}
