package chatterbox.persistence;

import java.util.stream.Stream;

/** The two databases that the product runs on. */
public enum Engine {
    SQLITE("jdbc:sqlite:", "classpath:db/sqlite"),
    POSTGRESQL("jdbc:postgresql:", "classpath:db/postgresql");

    private final String urlPrefix;

    /** Where Flyway finds the migrations; both folders have equal versions. */
    final String migrations;

    Engine(String urlPrefix, String migrations) {
        this.urlPrefix = urlPrefix;
        this.migrations = migrations;
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
}
