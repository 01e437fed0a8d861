package chatterbox.throttle;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.LimitSettings;
import chatterbox.settings.Settings;

import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class ThrottlesTest {
    private static final LimitSettings LIMITS = Settings.of(Map.of()).read(LimitSettings.class);

    private final SettableClock clock = new SettableClock();

    @Test
    void after_the_free_tries_each_waits_twice_as_long_up_to_a_minute() {
        var backoff = new Backoff(5, clock::nanos);
        for (int n = 0; n < 5; n++) {
            backoff.begin("ada");
        }
        var waits = new ArrayList<Long>();
        for (int n = 0; n < 9; n++) {
            var refusal = assertRefused(Reason.TOO_FAST, () -> backoff.begin("ada"));
            var wait = (long) refusal.parameters().get("retryAfterMs");
            waits.add(wait / 1000);
            clock.pass(Duration.ofMillis(wait));
            backoff.begin("ada");
        }
        assertThat(waits).isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L));
    }

    @Test
    void a_try_that_comes_too_soon_does_not_make_the_wait_longer() {
        var backoff = new Backoff(1, clock::nanos);
        backoff.begin("ada");
        for (int n = 0; n < 100; n++) {
            assertRefused(Reason.TOO_FAST, () -> backoff.begin("ada"));
        }
        clock.pass(Duration.ofMillis(1001));
        backoff.begin("ada");
    }

    @Test
    void success_and_an_hour_make_up_for_everything_and_others_are_not_concerned() {
        var backoff = new Backoff(1, clock::nanos);
        backoff.begin("ada");
        backoff.begin("grace");
        backoff.succeed("ada");
        backoff.begin("ada");
        assertRefused(Reason.TOO_FAST, () -> backoff.begin("ada"));
        clock.pass(Duration.ofMinutes(61));
        backoff.begin("ada");
    }

    @Test
    void an_allowance_is_spent_at_once_and_comes_back_bit_by_bit() {
        var allowance = new Allowance(3, 1, clock::nanos);
        for (int n = 0; n < 3; n++) {
            allowance.take("school");
        }
        var refusal = assertRefused(Reason.TOO_FAST, () -> allowance.take("school"));
        assertThat((long) refusal.parameters().get("retryAfterMs")).isBetween(1000L, 1001L);
        allowance.take("office");
        clock.pass(Duration.ofSeconds(1));
        allowance.take("school");
        assertRefused(Reason.TOO_FAST, () -> allowance.take("school"));
        clock.pass(Duration.ofDays(1));
        for (int n = 0; n < 3; n++) {
            allowance.take("school");
        }
        assertRefused(Reason.TOO_FAST, () -> allowance.take("school"));
    }

    @Test
    void by_default_nobody_who_types_pastes_or_sends_ten_a_second_meets_a_limit() {
        var posts = new TokenBucket(LIMITS.postsAtOnce(), LIMITS.postsPerSecond(), clock::nanos);
        for (int n = 0; n < 100; n++) {
            posts.take();
        }
        for (int n = 0; n < 36_000; n++) {
            clock.pass(Duration.ofMillis(100));
            posts.take();
        }
    }

    @Test
    void who_waits_as_told_is_never_taken_for_somebody_who_floods() {
        var posts = new TokenBucket(LIMITS.postsAtOnce(), LIMITS.postsPerSecond(), clock::nanos);
        var refusals = new TokenBucket(LIMITS.floodRefusals(), LIMITS.floodRefusals() / 10, clock::nanos);
        for (int n = 0; n < 10_000; n++) {
            try {
                posts.take();
            } catch (Refusal tooFast) {
                assertThat(refusals.tryTake()).isTrue();
                clock.pass(Duration.ofMillis((long) tooFast.parameters().get("retryAfterMs")));
            }
        }
    }
}
