package chatterbox.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * So much at once, and then one in so much time: a leaky bucket, as ITU-T I.371 counts it. Kept for each key is only the
 * time at which its bucket will be empty. Bounded.
 */
public final class Allowance {
    private static final int KEYS = 100_000;

    private final long atOnceNanos;
    private final long eachNanos;
    private final Ticker ticker;
    private final Cache<Object, Long> empty;

    /** So many at once, then one in the time of {@code each}. */
    public Allowance(int atOnce, Duration each, Ticker ticker) {
        this.ticker = ticker;
        eachNanos = each.toNanos();
        atOnceNanos = eachNanos * atOnce;
        empty = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterWrite(Duration.ofNanos(atOnceNanos))
                .ticker(ticker)
                .build();
    }

    /** Takes one, or throws a {@link Refusal} {@code too-fast}. */
    public void take(Object key) {
        empty.asMap().compute(key, (same, before) -> filled(before == null ? ticker.read() : before));
    }

    private long filled(long before) {
        var now = ticker.read();
        var after = (before - now > 0 ? before : now) + eachNanos;
        var wait = after - now - atOnceNanos;
        if (wait > 0) {
            throw Refusal.of(Reason.TOO_FAST).retryAfter(Duration.ofNanos(wait).plusMillis(1));
        }
        return after;
    }
}
