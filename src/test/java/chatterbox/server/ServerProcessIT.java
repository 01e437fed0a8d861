package chatterbox.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chatterbox.container.ChatterboxJar;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;

import static org.assertj.core.api.Assertions.assertThat;

class ServerProcessIT {
    private static final String FIRST_LINE = "Chatterbox is ready: http://127.0.0.1:";

    @Test
    void it_says_where_it_listens_and_nothing_about_what_it_is() throws Exception {
        var server = ServerProcess.shared();

        var headers = get(server, "api").headers();

        assertThat(server.log()).contains(FIRST_LINE + server.uri().getPort() + "/");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void it_listens_on_one_port_of_this_machine_and_talks_to_nobody() throws Exception {
        var server = ServerProcess.shared();

        var sockets = OpenSocket.of(server.pid());

        assertThat(sockets).allMatch(OpenSocket::isLocal);
        assertThat(sockets).filteredOn(OpenSocket::listens).hasSize(1);
    }

    @Test
    void no_token_reaches_the_log() throws Exception {
        var server = ServerProcess.shared();

        get(server, "ws?token=do-not-log-this");
        get(server, "api?token=do-not-log-this");

        assertThat(server.log()).doesNotContain("do-not-log-this");
    }

    @Test
    void a_clean_stop_takes_its_temporary_files_along_and_a_start_those_of_a_killed_one() {
        try (var server = ServerProcess.start("left-overs", Map.of("JAVA_TOOL_OPTIONS", temporaryFolder()))) {
            server.kill();
            var killed = unpacked();
            server.start();
            var restarted = unpacked();
            server.stop();

            assertThat(killed).hasSize(1);
            assertThat(restarted).hasSize(1).isNotEqualTo(killed);
            assertThat(unpacked()).isEmpty();
        }
    }

    @Test
    void it_runs_on_postgresql_as_well() throws Exception {
        var database = Engines.fresh(Engine.POSTGRESQL).database();
        try (var server = ServerProcess.start("postgresql", Map.of("CHATTERBOX_DATABASE", database))) {
            assertThat(get(server, "api").statusCode()).isEqualTo(200);
            assertThat(server.data().resolve("chatterbox.db")).doesNotExist();
        }
    }

    @Test
    void a_wrong_setting_ends_the_process_and_names_its_key() {
        try (var server = ServerProcess.start("wrong", Map.of("CHATTERBOX_REDAERS", "8"))) {
            throw new AssertionError("It runs: " + server.log());
        } catch (IllegalStateException refused) {
            assertThat(refused)
                    .hasMessageContaining("CHATTERBOX_REDAERS: no such setting")
                    .hasMessageContaining("Chatterbox did not start");
        }
    }

    @Test
    void a_port_that_is_taken_ends_the_process_and_is_named() throws Exception {
        var server = ServerProcess.of(new ChatterboxJar(), "taken", Map.of());
        var port = server.site().port();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();

            assertThat(server.startInVain())
                    .contains("port " + port
                            + " of 127.0.0.1 is not to be had (Address already in use); stop the program")
                    .doesNotContain("Data folder");
        }
    }

    private static HttpResponse<String> get(ServerProcess server, String path) throws Exception {
        var request = HttpRequest.newBuilder(server.uri().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static Path temporary() {
        return Path.of("target", "temporary").toAbsolutePath();
    }

    private static String temporaryFolder() {
        try {
            return "-Djava.io.tmpdir=" + Files.createDirectories(temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> unpacked() {
        try (Stream<Path> files = Files.list(temporary())) {
            return files.filter(file -> file.getFileName().toString().startsWith("chatterbox-server-"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
