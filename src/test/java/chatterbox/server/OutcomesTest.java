package chatterbox.server;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;

import chatterbox.server.Outcomes.Stored;

import static org.assertj.core.api.Assertions.assertThat;

/** The checker itself, with planted faults. */
class OutcomesTest {
    private final Outcomes outcomes = new Outcomes();

    @BeforeEach
    void three_posts() {
        outcomes.sent("a");
        outcomes.acknowledged("a", 1);
        outcomes.sent("b");
        outcomes.acknowledged("b", 2);
        outcomes.sent("silent");
        outcomes.sent("refused");
        outcomes.refused("refused");
    }

    @Test
    void a_sound_history_has_no_faults_with_or_without_what_nobody_answered() {
        assertThat(faults(new Stored("a", 1), new Stored("b", 2))).isEmpty();
        assertThat(faults(new Stored("a", 1), new Stored("b", 2), new Stored("silent", 3)))
                .isEmpty();
    }

    @Test
    void a_lost_message_is_found() {
        assertThat(faults(new Stored("a", 1))).singleElement().asString().startsWith("acknowledged and lost: b");
    }

    @Test
    void a_message_stored_twice_is_found_whether_it_was_answered_or_not() {
        assertThat(faults(new Stored("a", 1), new Stored("b", 2), new Stored("a", 3)))
                .singleElement()
                .asString()
                .startsWith("stored twice: a");
        assertThat(faults(new Stored("a", 1), new Stored("b", 2), new Stored("silent", 3), new Stored("silent", 4)))
                .singleElement()
                .asString()
                .startsWith("stored twice: silent");
    }

    @Test
    void a_refused_message_that_is_there_is_found() {
        assertThat(faults(new Stored("a", 1), new Stored("b", 2), new Stored("refused", 3)))
                .singleElement()
                .asString()
                .startsWith("refused and stored: refused");
    }

    @Test
    void another_place_than_the_acknowledged_one_is_found() {
        assertThat(faults(new Stored("a", 1), new Stored("b", 3)))
                .singleElement()
                .asString()
                .startsWith("acknowledged as 2 and stored elsewhere: b");
    }

    @Test
    void a_history_out_of_order_is_found() {
        assertThat(faults(new Stored("b", 2), new Stored("a", 1)))
                .singleElement()
                .asString()
                .startsWith("out of order");
    }

    @Test
    void a_number_that_overtook_an_acknowledged_one_is_found() {
        outcomes.sent("late");
        outcomes.acknowledged("late", 0);
        assertThat(faults(new Stored("late", 0), new Stored("a", 1), new Stored("b", 2)))
                .singleElement()
                .asString()
                .startsWith("number 0 was sent after");
    }

    private List<String> faults(Stored... history) {
        return outcomes.faults(List.of(history));
    }
}
