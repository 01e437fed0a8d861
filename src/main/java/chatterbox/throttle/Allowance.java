package chatterbox.throttle;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;

import chatterbox.refusal.Refusal;

/** A {@link TokenBucket} for each key. Bounded: one that is full again is forgotten. */
public final class Allowance {
    private static final int KEYS = 100_000;

    private final LoadingCache<Object, TokenBucket> buckets;

    /** For each key so many at once, and then so many a second. */
    public Allowance(int atOnce, int perSecond, Ticker ticker) {
        buckets = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(Duration.ofSeconds(atOnce / perSecond + 1L))
                .ticker(ticker)
                .build(key -> new TokenBucket(atOnce, perSecond, ticker));
    }

    /** Takes one, or throws a {@link Refusal} {@code too-fast}. */
    public void take(Object key) {
        buckets.get(key).take();
    }
}
