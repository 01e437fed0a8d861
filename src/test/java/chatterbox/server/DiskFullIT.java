package chatterbox.server;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.HashMap;
import java.util.List;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Where nothing more can be written nothing is acknowledged, and with the room everything else comes back. */
@EnabledOnOs(OS.LINUX)
class DiskFullIT {
    @Test
    void on_a_full_disk_posts_are_refused_reading_goes_on_and_once_there_is_room_so_does_writing() throws Exception {
        try (var disk = SmallDisk.mount(64)) {
            var settings = new HashMap<>(Crowd.SETTINGS);
            settings.put("CHATTERBOX_DATA", disk.folder().resolve("data").toString());
            try (var server = ServerProcess.start("disk-full", settings)) {
                var crowd = new Crowd(server);
                var ada = Person.register(new Http(server.uri()), "ada");
                try (var load = crowd.write()) {
                    load.awaitAcknowledged(500);
                    disk.fill();
                    load.awaitRefused(500);
                    assertNothingIsWritten(ada);
                    assertThat(History.of(ada, "general")).isNotEmpty();
                    disk.makeRoom();
                    load.awaitAcknowledged(500);
                }
                assertThat(crowd.reasons()).containsExactly("no-space");
                crowd.check();
                assertThat(server.log()).contains("The database answers no-space");
                assertThat(server.log().split("SQLiteException")).hasSizeLessThan(10);

                server.kill();
                server.start();
                crowd.check();
            }
        }
    }

    private static void assertNothingIsWritten(Person ada) {
        var command = "{\"id\":\"" + UuidCreator.getTimeOrderedEpoch() + "\",\"text\":\"no room\"}";
        var post = ada.http().post("/api/rooms/general/messages", command, ada.bearer());
        var signIn = ada.http().post("/api/login", Person.credentials(ada.username(), Person.PASSWORD));
        for (var answer : List.of(post, signIn)) {
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.text("reason")).isEqualTo("no-space");
            assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
        }
    }
}
