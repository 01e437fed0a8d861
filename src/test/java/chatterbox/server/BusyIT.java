package chatterbox.server;

import org.junit.jupiter.api.Test;

import java.util.HashMap;

import static org.assertj.core.api.Assertions.assertThat;

/** More than the journal takes is refused, and of that nothing is stored. */
class BusyIT {
    @Test
    void a_full_journal_refuses_as_busy_and_what_it_refused_is_not_there() throws Exception {
        var settings = new HashMap<>(Crowd.SETTINGS);
        settings.put("CHATTERBOX_JOURNAL_QUEUE", "10");
        try (var server = ServerProcess.start("busy", settings)) {
            var crowd = new Crowd(server);
            try (var load = crowd.write()) {
                load.awaitAcknowledged(2_000);
            }
            assertThat(crowd.reasons()).containsExactly("busy");
            crowd.check();
        }
    }
}
