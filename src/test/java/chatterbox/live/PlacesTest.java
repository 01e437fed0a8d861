package chatterbox.live;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import chatterbox.account.Role;
import chatterbox.account.Together;
import chatterbox.refusal.Reason;
import chatterbox.session.Caller;
import chatterbox.settings.LimitSettings;
import chatterbox.settings.Settings;
import chatterbox.throttle.SettableClock;

import static chatterbox.account.Together.done;
import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class PlacesTest {
    private final SettableClock clock = new SettableClock();
    private final Places places = new Places(limits(3, 5), clock::nanos);
    private final Caller ada = caller("ada", "192.0.2.1");
    private final Caller adaElsewhere = caller("ada", "192.0.2.2");
    private final Caller grace = caller("grace", "192.0.2.1");

    @Test
    void an_account_has_so_many_places_wherever_it_is() {
        places.reserve(ada);
        places.reserve(ada);
        places.reserve(adaElsewhere);
        assertFull(ada);
        assertFull(adaElsewhere);
        places.reserve(grace);
    }

    @Test
    void an_address_has_so_many_places_whoever_is_there() {
        reserve(ada, 3);
        reserve(grace, 2);
        assertFull(grace);
        places.reserve(caller("grace", "192.0.2.2"));
    }

    @Test
    void a_place_that_was_taken_is_held_until_the_socket_leaves() {
        reserve(ada, 3);
        for (int n = 0; n < 3; n++) {
            places.take(ada);
        }
        places.giveBack(ada);
        clock.pass(Duration.ofDays(1));
        assertFull(ada);
        places.leave(ada);
        places.reserve(ada);
        assertFull(ada);
    }

    @Test
    void a_handshake_that_comes_to_nothing_gives_its_place_back() {
        for (int n = 0; n < 100; n++) {
            places.reserve(ada);
            places.giveBack(ada);
        }
        reserve(ada, 3);
    }

    @Test
    void a_place_that_nobody_takes_or_gives_back_is_free_again_after_a_while() {
        reserve(ada, 2);
        places.reserve(adaElsewhere);
        clock.pass(Duration.ofSeconds(29));
        assertFull(ada);
        clock.pass(Duration.ofSeconds(2));
        reserve(ada, 3);
        assertFull(ada);
    }

    @Test
    void a_socket_whose_place_was_given_up_counts_all_the_same() {
        reserve(ada, 3);
        clock.pass(Duration.ofMinutes(1));
        reserve(ada, 2);
        for (int n = 0; n < 3; n++) {
            places.take(ada);
        }
        assertFull(ada);
    }

    @Test
    void of_many_that_come_at_the_same_moment_no_more_pass_than_may() {
        for (int round = 0; round < 20; round++) {
            var few = new Places(limits(20, 1_000), clock::nanos);
            var outcomes = Together.outcomes(Stream.generate(() -> done(() -> few.reserve(ada)))
                    .limit(50)
                    .toArray(Callable[]::new));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(20);
            assertThat(outcomes).filteredOn(Reason.TOO_MANY::equals).hasSize(30);
        }
    }

    private void reserve(Caller caller, int times) {
        for (int n = 0; n < times; n++) {
            places.reserve(caller);
        }
    }

    private void assertFull(Caller caller) {
        assertRefused(Reason.TOO_MANY, () -> places.reserve(caller));
    }

    private static LimitSettings limits(int perUser, int perAddress) {
        return Settings.of(Map.of(
                        "CHATTERBOX_SOCKETS_PER_USER", String.valueOf(perUser),
                        "CHATTERBOX_SOCKETS_PER_ADDRESS", String.valueOf(perAddress)))
                .read(LimitSettings.class);
    }

    private static Caller caller(String username, String address) {
        return new Caller(username, Role.MEMBER, new UUID(0, username.hashCode()), address);
    }
}
