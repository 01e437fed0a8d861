package chatterbox.throttle;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * So much at once, and then so much a second. For any thread.
 *
 * <p>Whoever finds it empty is told to come back when a second's worth is there again, and not just one: who heeds that is
 * refused once a second, and who is refused much more often does not heed it.
 */
public final class TokenBucket {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Bucket tokens;
    private final int worthWaitingFor;

    public TokenBucket(int atOnce, int perSecond, Ticker ticker) {
        tokens = Bucket.builder()
                .withCustomTimePrecision(new Meter(ticker))
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(perSecond, SECOND))
                .build();
        worthWaitingFor = Math.min(atOnce, perSecond);
    }

    /** Takes one, or throws a {@link Refusal} {@code too-fast}. */
    public void take() {
        if (!tryTake()) {
            var wait = tokens.estimateAbilityToConsume(worthWaitingFor).getNanosToWaitForRefill();
            throw Refusal.of(Reason.TOO_FAST).retryAfter(Duration.ofNanos(wait).plusMillis(1));
        }
    }

    /** Takes one, if there is one. */
    public boolean tryTake() {
        return tokens.tryConsume(1);
    }

    private record Meter(Ticker ticker) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ticker.read();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
