package chatterbox.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives each part of the settings to whoever asks for it. */
@Singleton
public final class SettingsProducer {
    private final Settings settings = Settings.ofThisProcess();

    @Produces
    StorageSettings storage() {
        return settings.read(StorageSettings.class);
    }

    @Produces
    WebSettings web() {
        return settings.read(WebSettings.class);
    }

    @Produces
    IdentitySettings identity() {
        return settings.read(IdentitySettings.class);
    }

    @Produces
    MessageSettings message() {
        return settings.read(MessageSettings.class);
    }

    @Produces
    JournalSettings journal() {
        return settings.read(JournalSettings.class);
    }

    @Produces
    LiveSettings live() {
        return settings.read(LiveSettings.class);
    }

    @Produces
    LimitSettings limits() {
        return settings.read(LimitSettings.class);
    }
}
