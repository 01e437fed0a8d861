package chatterbox.security;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Refresh tokens: session, generation, and an HMAC over both. They are a function of what they say, so that a token's
 * successor is the same however often it is asked for, and that the database need not hold them.
 */
@Singleton
public final class RefreshTokens {
    private static final int SAID_BYTES = 24;
    private static final int BYTES = SAID_BYTES + 48;

    private final byte[] key;

    @Inject
    public RefreshTokens(MasterSecret secret) {
        key = secret.derive("refresh token");
    }

    public String write(RefreshToken token) {
        var said = ByteBuffer.allocate(SAID_BYTES)
                .putLong(token.session().getMostSignificantBits())
                .putLong(token.session().getLeastSignificantBits())
                .putLong(token.generation())
                .array();
        var all = ByteBuffer.allocate(BYTES).put(said).put(Hmac.sha384(key, said));
        return Base64.getUrlEncoder().encodeToString(all.array());
    }

    /** What the token says, or a {@link Refusal} {@code sign-in-again}. */
    public RefreshToken read(String token) {
        var all = ByteBuffer.wrap(decode(token));
        var said = Arrays.copyOf(all.array(), SAID_BYTES);
        if (all.capacity() == BYTES
                && MessageDigest.isEqual(Hmac.sha384(key, said), Arrays.copyOfRange(all.array(), SAID_BYTES, BYTES))) {
            return new RefreshToken(new UUID(all.getLong(), all.getLong()), all.getLong());
        }
        throw Refusal.of(Reason.SIGN_IN_AGAIN);
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.of(Reason.SIGN_IN_AGAIN);
        }
    }
}
