package chatterbox.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Slows down guessing. So many tries are free; each one after them must wait, twice as long as the one before, up to a
 * minute and never longer. A try counts when it begins, so that many at once gain nothing; one that comes too soon is
 * refused and does not count, so that nobody can keep somebody else waiting. Bounded; forgets after an hour.
 */
public final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int KEYS = 100_000;

    private final int free;
    private final Ticker ticker;
    private final Cache<Object, Tries> tries;

    private record Tries(int count, long nextNanos) {}

    /** The first tries, {@code free} of them, need not wait. */
    public Backoff(int free, Ticker ticker) {
        this.free = free;
        this.ticker = ticker;
        tries = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterWrite(FORGOTTEN)
                .ticker(ticker)
                .build();
    }

    /** Begins a try, or throws a {@link Refusal} {@code too-fast}. */
    public void begin(Object key) {
        tries.asMap().compute(key, (same, before) -> before == null ? after(1) : next(before));
    }

    /** Makes up for all tries before. */
    public void succeed(Object key) {
        tries.invalidate(key);
    }

    private Tries next(Tries before) {
        var wait = before.nextNanos() - ticker.read();
        if (wait > 0) {
            throw Refusal.of(Reason.TOO_FAST).retryAfter(Duration.ofNanos(wait).plusMillis(1));
        }
        return after(before.count() + 1);
    }

    private Tries after(int count) {
        return new Tries(count, ticker.read() + delay(count).toNanos());
    }

    private Duration delay(int count) {
        if (count < free) {
            return Duration.ZERO;
        }
        var seconds = 1L << Math.min(count - free, 6);
        return seconds < LONGEST.toSeconds() ? Duration.ofSeconds(seconds) : LONGEST;
    }
}
