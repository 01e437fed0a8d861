package chatterbox.server;

import org.junit.jupiter.api.Test;

import java.util.List;

import chatterbox.server.Outcomes.Stored;

import static org.assertj.core.api.Assertions.assertThat;

/** The checker itself, with planted faults. Number 1 is somebody's joining, 2 and 3 are messages. */
class SightingsTest {
    private static final List<Stored> HISTORY = List.of(new Stored("a", 2), new Stored("b", 3));

    private final Sightings sightings = new Sightings();

    @Test
    void who_saw_everything_once_and_in_order_has_no_faults() {
        see(1, null, 2, "a", 3, "b");
        assertThat(sightings.last()).isEqualTo(3);
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_gap_is_found() {
        see(1, null, 3, "b");
        assertThat(faults()).singleElement().asString().startsWith("expected number 2");
    }

    @Test
    void what_was_missed_at_the_end_is_found() {
        see(1, null, 2, "a");
        assertThat(faults()).containsExactly("the room is at 3, seen was 2");
    }

    @Test
    void what_was_missed_at_the_beginning_is_found() {
        see(2, "a", 3, "b");
        assertThat(faults()).singleElement().asString().startsWith("expected number 1");
    }

    @Test
    void what_was_seen_twice_is_found() {
        see(1, null, 2, "a", 2, "a", 3, "b");
        assertThat(faults()).singleElement().asString().startsWith("expected number 3");
    }

    @Test
    void another_order_is_found() {
        see(1, null, 3, "b", 2, "a");
        assertThat(faults()).isNotEmpty();
    }

    @Test
    void a_message_that_history_has_elsewhere_or_does_not_have_is_found() {
        see(1, null, 2, "b", 3, "ghost");
        assertThat(faults()).hasSize(2).allMatch(fault -> fault.startsWith("history has "));
    }

    private List<String> faults() {
        return sightings.faults(3, HISTORY);
    }

    private void see(Object... seqsAndIds) {
        for (int n = 0; n < seqsAndIds.length; n += 2) {
            sightings.saw((int) seqsAndIds[n], (String) seqsAndIds[n + 1]);
        }
    }
}
