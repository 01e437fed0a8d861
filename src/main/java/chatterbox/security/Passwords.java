package chatterbox.security;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.IdentitySettings;

/**
 * Hashes passwords with bcrypt. bcrypt sees 72 bytes and stops at a NUL, so it is given 64 characters that stand for the
 * whole password instead: base64(HMAC-SHA-384(pepper, NFKC(password))). The pepper makes a stolen database worthless
 * without the secrets' folder.
 *
 * <p>A hash is slow on purpose, so at most one a core is computed at a time; who would have to wait for long is refused
 * as {@code busy}.
 */
@Singleton
public final class Passwords {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final int MOST_WAITING_A_CORE = 50;

    private final byte[] pepper;
    private final BCryptPasswordEncoder bcrypt;
    private final Semaphore cores;
    private final int mostWaiting;
    private final String nobodys;
    private final LongAdder computed = new LongAdder();

    @Inject
    public Passwords(MasterSecret secret, IdentitySettings settings) {
        this(secret, settings, Runtime.getRuntime().availableProcessors());
    }

    Passwords(MasterSecret secret, IdentitySettings settings, int cores) {
        pepper = secret.derive("password pepper");
        bcrypt = new BCryptPasswordEncoder(settings.passwordCost());
        this.cores = new Semaphore(cores, true);
        mostWaiting = MOST_WAITING_A_CORE * cores;
        nobodys = bcrypt.encode(peppered(String.valueOf(new SecureRandom().nextLong())));
    }

    public String hash(String password) {
        return onOneCore(() -> bcrypt.encode(peppered(password)));
    }

    public boolean matches(String password, String hash) {
        return onOneCore(() -> bcrypt.matches(peppered(password), hash));
    }

    /** False, after the time that a comparison takes: for an account that does not exist. */
    public boolean matchesNobodys(String password) {
        return matches(password, nobodys) && false;
    }

    /** Whether the hash was made with less work than the settings now ask for. */
    public boolean outdated(String hash) {
        return bcrypt.upgradeEncoding(hash);
    }

    /** How many hashes were computed since the start; each is some tens of milliseconds of a core. */
    public long computed() {
        return computed.sum();
    }

    private String peppered(String password) {
        var text = Normalizer.normalize(password, Normalizer.Form.NFKC);
        return Base64.getEncoder().encodeToString(Hmac.sha384(pepper, text.getBytes(StandardCharsets.UTF_8)));
    }

    private <T> T onOneCore(Supplier<T> work) {
        take();
        computed.increment();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private void take() {
        try {
            if (cores.getQueueLength() < mostWaiting
                    && cores.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(Reason.BUSY).retryAfter(Duration.ofSeconds(1));
    }
}
