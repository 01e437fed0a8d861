package chatterbox.origin;

import java.util.Map;

import chatterbox.settings.Settings;
import chatterbox.settings.WebSettings;

/** How the house is reached from outside, as its environment tells. */
public final class Deployment {
    private Deployment() {}

    public static WebSettings with(Map<String, String> environment) {
        return Settings.of(environment).read(WebSettings.class);
    }
}
