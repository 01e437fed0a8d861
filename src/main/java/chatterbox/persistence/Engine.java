package chatterbox.persistence;

import java.util.Map;
import java.util.stream.Stream;

/** The two databases that the product runs on. */
public enum Engine {
    SQLITE(
            "jdbc:sqlite:",
            "classpath:db/sqlite",
            Map.of("synchronous", "FULL", "foreign_keys", "true", "busy_timeout", "10000")),
    // The details of an error hold values, which are nobody's business in a log.
    POSTGRESQL(
            "jdbc:postgresql:",
            "classpath:db/postgresql",
            Map.of("logServerErrorDetail", "false", "loginTimeout", "10"));

    private final String urlPrefix;

    /** Where Flyway finds the migrations; both folders have equal versions. */
    final String migrations;

    private final Map<String, String> properties;

    Engine(String urlPrefix, String migrations, Map<String, String> properties) {
        this.urlPrefix = urlPrefix;
        this.migrations = migrations;
        this.properties = properties;
    }

    /** What a SELECT ends with so that the rows stay ours until the commit; SQLite has one writer at a time anyway. */
    public String rowLock() {
        return this == POSTGRESQL ? " FOR NO KEY UPDATE" : "";
    }

    static Engine of(String url) {
        return Stream.of(values())
                .filter(engine -> url.startsWith(engine.urlPrefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("CHATTERBOX_DATABASE: write a URL that begins with "
                        + SQLITE.urlPrefix + " or " + POSTGRESQL.urlPrefix));
    }

    /** What every connection of ours is told, in the words of the driver. */
    Map<String, String> properties() {
        return properties;
    }
}
