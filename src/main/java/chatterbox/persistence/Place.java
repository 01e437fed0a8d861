package chatterbox.persistence;

import org.postgresql.Driver;

import java.util.Properties;
import java.util.regex.Pattern;

import chatterbox.settings.StorageSettings;

/**
 * Which database, as an operator knows it.
 *
 * @param key the setting that names it, which is the one to mend
 * @param name the file, the address, or the data source; never with a password
 */
record Place(String key, String name) {
    private static final String DATABASE = "CHATTERBOX_DATABASE";
    private static final String HOST = "([\\w.-]*|\\[[\\w:.%]+])(:\\d+)?";
    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql:(//" + HOST + "(," + HOST + ")*(/[^?@]*)?|[^/?@:]*)(\\?.*)?");

    static Place of(DataFolder folder, StorageSettings settings) {
        if (!settings.dataSource().isEmpty()) {
            return new Place("CHATTERBOX_DATA_SOURCE", settings.dataSource());
        }
        if (settings.database().isEmpty()) {
            return new Place("CHATTERBOX_DATA", folder.file("chatterbox.db").toString());
        }
        return new Place(DATABASE, name(settings.database()));
    }

    private static String name(String url) {
        return switch (Engine.of(url)) {
            case SQLITE -> url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", "");
            case POSTGRESQL -> address(url);
        };
    }

    /** What the driver makes of it; only when it is sure to find no password there, which it would log. */
    private static String address(String url) {
        var parts = ADDRESS.matcher(url).matches() ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw new IllegalStateException(
                    DATABASE + ": write it as jdbc:postgresql://host:5432/name?user=...&password=...");
        }
        return parts.getProperty("PGHOST") + ":" + parts.getProperty("PGPORT") + "/" + parts.getProperty("PGDBNAME");
    }
}
