package chatterbox.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import chatterbox.settings.IdentitySettings;
import chatterbox.settings.Settings;

/** A secrets' folder of its own, a clock that is set, and a server that can be started again over them. */
final class SecurityWorld implements Safe {
    static final IdentitySettings SETTINGS =
            Settings.of(Map.of("CHATTERBOX_PASSWORD_COST", "4")).read(IdentitySettings.class);

    private final Path folder;
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private boolean used;

    MasterSecret secret;
    SigningKeys keys;
    AccessTokens accessTokens;

    SecurityWorld() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "data")), "secrets")
                    .resolve("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SecurityWorld started() {
        start();
        return this;
    }

    void start() {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        secret = new MasterSecret(this);
        keys = new SigningKeys(this, secret, SETTINGS, clock);
        accessTokens = new AccessTokens(keys, SETTINGS, clock);
    }

    void startLater(Duration time) {
        now = now.plus(time);
        start();
    }

    void haveAccounts() {
        used = true;
    }

    Instant now() {
        return now;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public boolean used() {
        return used;
    }
}
