package chatterbox.security;

import java.util.UUID;

/** What a refresh token says: the login session, and how often that was refreshed before. */
public record RefreshToken(UUID session, long generation) {
    public RefreshToken successor() {
        return new RefreshToken(session, generation + 1);
    }
}
