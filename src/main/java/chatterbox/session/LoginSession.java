package chatterbox.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import chatterbox.origin.Device;
import chatterbox.security.RefreshToken;
import chatterbox.settings.IdentitySettings;

/**
 * One signing in, on one device, until it ends: by signing out, by an administrator's hand, by theft, or by time. Each
 * refresh is a new generation; the session is the family of all its tokens. Once ended, it stays so.
 */
@Entity
@Table(name = "login_session")
class LoginSession {
    /** For two tabs that refresh at once, and for an answer that was lost. */
    static final Duration PREDECESSOR = Duration.ofSeconds(30);

    @Id
    private UUID id;

    private String username;
    private long generation;

    @Column(name = "rotated_at")
    private Instant rotatedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    private String address;
    private String device;

    protected LoginSession() {}

    LoginSession(UUID id, String username, Device device, Instant now) {
        this.id = id;
        this.username = username;
        address = device.address();
        this.device = device.name();
        createdAt = now;
        rotatedAt = now;
    }

    UUID id() {
        return id;
    }

    String username() {
        return username;
    }

    RefreshToken token() {
        return new RefreshToken(id, generation);
    }

    boolean live(Instant now, IdentitySettings settings) {
        return endedAt == null
                && now.isBefore(rotatedAt.plus(settings.sessionIdle()))
                && now.isBefore(createdAt.plus(settings.sessionLife()));
    }

    /** Whether the token is the present one, or its predecessor of just before. */
    boolean accepts(RefreshToken token, Instant now) {
        return token.equals(token()) || token.successor().equals(token()) && !now.isAfter(rotatedAt.plus(PREDECESSOR));
    }

    /** The next generation for the present token; for its predecessor the present one is that already. */
    void rotate(RefreshToken token, Instant now) {
        if (token.equals(token())) {
            generation++;
            rotatedAt = now;
        }
    }

    void end(Instant now) {
        endedAt = now;
    }

    boolean ended() {
        return endedAt != null;
    }
}
