package chatterbox.client;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then random bits. They sort by time. */
final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    static UUID next() {
        var high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        var low = 1L << 63 | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
