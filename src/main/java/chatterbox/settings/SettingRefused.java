package chatterbox.settings;

/** A setting that is unknown or wrong: the deployment does not start. The message names the key and the mend. */
public final class SettingRefused extends RuntimeException {
    SettingRefused(String key, String mend) {
        super(key + ": " + mend);
    }
}
