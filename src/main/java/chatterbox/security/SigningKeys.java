package chatterbox.security;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.settings.IdentitySettings;

/**
 * The keys of the access tokens, one file each: the newest signs, all verify. At a start the newest gets a successor when
 * it is a life old; others that are two lives old go. So a key always outlives the tokens that it signed.
 */
@Singleton
public final class SigningKeys {
    private static final Logger LOG = System.getLogger(SigningKeys.class.getName());

    private final List<SigningKey> keys;

    /** The master secret comes first: without it, keys that are there show that it was lost. */
    @Inject
    public SigningKeys(Safe safe, MasterSecret secret, IdentitySettings settings, Clock clock) {
        keys = new ArrayList<>(load(safe.folder()));
        if (keys.isEmpty() && safe.used()) {
            throw new IllegalStateException(SecretFile.lost(safe.folder().resolve("*" + SigningKey.SUFFIX)));
        }
        dropOld(safe.folder(), settings, clock.instant());
        renew(safe.folder(), settings.keyLife(), clock.instant());
    }

    SigningKey newest() {
        return keys.get(keys.size() - 1);
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private static List<SigningKey> load(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SigningKey.SUFFIX))
                    .map(SigningKey::read)
                    .sorted(Comparator.comparing(SigningKey::madeAt))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("CHATTERBOX_DATA: cannot read " + folder + " (" + e + ")", e);
        }
    }

    private void dropOld(Path folder, IdentitySettings settings, Instant now) {
        var madeBefore = now.minus(settings.keyLife().multipliedBy(2));
        var succeededBefore = now.minus(settings.accessTokenLife());
        while (keys.size() > 1
                && keys.get(0).madeAt().isBefore(madeBefore)
                && keys.get(1).madeAt().isBefore(succeededBefore)) {
            var old = keys.remove(0);
            try {
                Files.deleteIfExists(folder.resolve(old.id() + SigningKey.SUFFIX));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Cannot delete the old signing key " + old.id(), e);
            }
        }
    }

    private void renew(Path folder, Duration life, Instant now) {
        if (keys.isEmpty() || newest().madeAt().isBefore(now.minus(life))) {
            keys.add(SigningKey.create(folder, now));
            LOG.log(Level.INFO, "Made the signing key {0}", newest().id());
        }
    }
}
