package chatterbox.launcher;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeFolderTest {
    @TempDir
    Path temporary;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (var process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The lock once hung on a channel that nobody referred to: at the next collection it was gone, and the folder too. */
    @Test
    void a_start_leaves_the_folder_of_a_running_server_alone() throws Exception {
        var first = folderOf(start());
        var second = folderOf(start());

        assertThat(first).isNotEqualTo(second).exists();
        assertThat(second).exists();
    }

    @Test
    void a_start_removes_what_a_kill_left_behind() throws Exception {
        var killed = start();
        var left = folderOf(killed);
        killed.destroyForcibly().waitFor();

        assertThat(left).exists();
        folderOf(start());
        assertThat(left).doesNotExist();
    }

    @Test
    void a_start_removes_what_a_hurried_end_left_behind() throws Exception {
        var left = Files.createDirectories(temporary.resolve("chatterbox-server-1/applications/ROOT"));

        folderOf(start());

        assertThat(left.getParent().getParent()).doesNotExist();
    }

    @Test
    void a_process_that_ends_takes_its_folder_along() throws Exception {
        var process = start();
        var folder = folderOf(process);
        process.getOutputStream().close();
        process.waitFor();

        assertThat(folder).doesNotExist();
        assertThat(Files.list(temporary)).isEmpty();
    }

    private Process start() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RuntimeFolderTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static Path folderOf(Process process) throws IOException {
        var output = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        return Path.of(new BufferedReader(output).readLine());
    }

    /** A server's life as far as its folder goes: claim it, use some memory, and go on until the input ends. */
    public static void main(String... none) throws IOException {
        var folder = RuntimeFolder.claim();
        Files.createFile(folder.resolve("unpacked"));
        System.gc();
        System.out.println(folder);
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
