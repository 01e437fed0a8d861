package chatterbox.conformance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is at a device, who is away, who vanished. */
class PresenceIT extends ServerTest {
    private Person ada;
    private Person grace;

    @BeforeEach
    void register() {
        ada = Person.register(http(), "ada");
        grace = Person.register(http(), "grace");
    }

    @Test
    void somebody_is_away_when_nobody_touches_any_of_their_devices() {
        try (var watcher = ada.connect();
                var desk = grace.connect();
                var phone = grace.signInAgain().connect()) {
            desk.send("{\"type\":\"idle\",\"idle\":true}");
            desk.send("{\"type\":\"nonsense\"}"); // Its answer tells that what went before was carried out.
            desk.await("refused");
            phone.send("{\"type\":\"idle\",\"idle\":true}");
            watcher.await(event -> names(event, "away").contains(grace.username()));
            try (var newcomer = ada.connect()) {
                var online = (Map<?, ?>) newcomer.await("welcome").get("online");
                assertThat(online.get("away").toString()).contains(grace.username());
            }
            desk.send("{\"type\":\"idle\",\"idle\":false}");
            watcher.await(event -> names(event, "back").contains(grace.username()));
        }
    }

    @Test
    void who_vanished_without_a_close_goes_offline() {
        try (var watcher = ada.connect();
                var vanished = new BareSocket(grace)) {
            watcher.await(event -> event.toString().contains(grace.username()));
            // Nothing is read or answered from here on, and the line stays open.
            watcher.await(event -> names(event, "went").contains(grace.username()));
            assertThat(vanished).isNotNull();
        }
    }

    private static List<?> names(Map<String, Object> event, String field) {
        return event.get("type").equals("online") && event.get(field) instanceof List<?> names ? names : List.of();
    }
}
