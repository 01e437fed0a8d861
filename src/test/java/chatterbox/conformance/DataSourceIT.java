package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.sql.DriverManager;
import java.util.stream.IntStream;

import chatterbox.container.AppServer;
import chatterbox.container.Pool;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.server.ServerProcess;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(NeedsJdk.class)
class DataSourceIT {
    @Test
    void the_servers_own_data_source_may_supply_the_database() throws Exception {
        var url = Engines.fresh(Engine.POSTGRESQL).database();
        try (var server = ServerProcess.startOn(Pool.at(url), AppServer.ofThisRun(), "data-source");
                var socket = Person.register(new Http(server.uri()), "ada").connect()) {
            socket.follow("general");
            var ids = IntStream.range(0, 100)
                    .mapToObj(n -> socket.post("general", "text " + n))
                    .toList();
            ids.forEach(id -> assertThat(socket.awaitAnswer(id)).containsEntry("type", "ack"));

            assertThat(server.data().resolve("chatterbox.db")).doesNotExist();
            assertThat(messages(url)).isEqualTo(100);
        }
    }

    private static int messages(String url) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var count = connection.createStatement().executeQuery("SELECT count(*) FROM message")) {
            count.next();
            return count.getInt(1);
        }
    }
}
