package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.Map;
import java.util.regex.Pattern;

import chatterbox.container.AppServer;
import chatterbox.server.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(NeedsJdk.class)
class PortInUseIT {
    /** The port is the server's: each has a line of its own for it, listed in src/docs/servers.md. */
    private static final Pattern IN_USE = Pattern.compile("(?i)(address|port)\\b.* (already )?in use");

    @Test
    void a_port_in_use_is_told_and_the_data_stay_whole() throws Exception {
        var server = ServerProcess.of(AppServer.ofThisRun(), "port-in-use", Map.of());
        try (var taken = new ServerSocket(server.site().port(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();

            var log = server.startInVain(IN_USE);
            server.kill();

            System.out.println(server.server().title() + ": "
                    + log.lines().filter(IN_USE.asPredicate()).findFirst().orElseThrow());
        }
        var database = server.data().resolve("chatterbox.db");
        if (Files.exists(database)) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                    var answer = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
                assertThat(answer.getString(1)).isEqualTo("ok");
            }
        }
    }
}
