package chatterbox.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

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
            return settings(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a database that a server's data source of that name leads to. */
    public static StorageSettings freshInServer(String name) {
        return in(new LentPool(postgres(fresh(Engine.POSTGRESQL)), 20, Connection.TRANSACTION_SERIALIZABLE), name);
    }

    /** Settings for a new data folder, and for a data source under that name of a server's. */
    static StorageSettings in(DataSource pool, String name) {
        Names.bind(name, pool);
        return settings(
                Map.of("CHATTERBOX_DATA", fresh(Engine.SQLITE).data().toString(), "CHATTERBOX_DATA_SOURCE", name));
    }

    /** The URL of a database of a user's with that wrong password, whom the server asks for the right one. */
    static String withPassword(String wrong) {
        var url = fresh(Engine.POSTGRESQL).database();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS guarded");
            statement.execute("CREATE ROLE guarded LOGIN PASSWORD 'right'");
            var rules = Path.of(text(statement, "SHOW hba_file"));
            Files.writeString(rules, "host all guarded all scram-sha-256\n" + Files.readString(rules));
            statement.execute("SELECT pg_reload_conf()");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
        return url.replaceFirst("user=\\w+", "user=guarded&password=" + wrong);
    }

    static DataSource postgres(StorageSettings settings) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.database());
        return source;
    }

    static StorageSettings settings(Map<String, String> values) {
        return Settings.of(Map.copyOf(values)).read(StorageSettings.class);
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
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
