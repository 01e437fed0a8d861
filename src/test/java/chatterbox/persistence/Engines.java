package chatterbox.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import chatterbox.settings.Settings;
import chatterbox.settings.StorageSettings;

/** Fresh databases for tests, one after the other on either engine; PostgreSQL with its durability switched on. */
public final class Engines {
    private static EmbeddedPostgres postgres;

    private Engines() {}

    /** Settings for a new data folder with a new database in it or beside it. */
    public static StorageSettings fresh(Engine engine) {
        try {
            var values = new HashMap<String, String>();
            var folder = Files.createDirectories(Path.of("target", "data"));
            values.put(
                    "CHATTERBOX_DATA", Files.createTempDirectory(folder, "test").toString());
            if (engine == Engine.POSTGRESQL) {
                values.put("CHATTERBOX_DATABASE", freshPostgres());
            }
            return Settings.of(Map.copyOf(values)).read(StorageSettings.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized String freshPostgres() throws IOException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "300")
                    .start();
        }
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return postgres.getJdbcUrl("postgres", name);
    }
}
