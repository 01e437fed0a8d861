package chatterbox.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;

import javax.sql.DataSource;

import chatterbox.settings.StorageSettings;

/**
 * A database by its URL, and two pools. The writer's has one connection on SQLite, whose file has one writer, and so many
 * on PostgreSQL; the readers' connections cannot write. The driver is asked by name and never looked for: servers do not
 * load drivers out of a WAR.
 */
final class OwnPools implements Connections {
    private static final int POSTGRESQL_WRITERS = 8;

    private final Place place;
    private final Engine engine;
    private final String url;
    private final int readers;
    private final Deque<HikariDataSource> open = new ArrayDeque<>();

    /** Throws when the URL is of neither engine. */
    OwnPools(DataFolder folder, StorageSettings settings) {
        place = Place.of(folder, settings);
        url = settings.database().isEmpty() ? "jdbc:sqlite:" + place.name() : settings.database();
        readers = settings.readers();
        engine = Engine.of(url);
        if (engine == Engine.SQLITE) {
            unpackDriverInto(folder);
        }
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public void knock() throws SQLException {
        try (var connection = plain().getConnection();
                var statement = connection.createStatement()) {
            if (engine == Engine.SQLITE) {
                // Another program's lock shows only to who wants to write.
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("ROLLBACK");
            }
        }
    }

    @Override
    public DataSource plain() {
        // SQLite: long enough for somebody who only looks, and short for an operator who waits for the start.
        return source(engine == Engine.SQLITE ? Map.of("busy_timeout", "3000") : Map.of());
    }

    @Override
    public DataSource writers() {
        if (engine == Engine.POSTGRESQL) {
            var config = pool("chatterbox-writer", POSTGRESQL_WRITERS, Map.of("reWriteBatchedInserts", "true"));
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            return opened(config);
        }
        // Immediate: a transaction that reads first and writes later would fail at once when another wrote between.
        return opened(pool("chatterbox-writer", 1, Map.of("journal_mode", "WAL", "transaction_mode", "IMMEDIATE")));
    }

    @Override
    public DataSource readers() {
        var config = pool("chatterbox-reader", readers, engine == Engine.SQLITE ? Map.of("open_mode", "1") : Map.of());
        config.setReadOnly(true);
        if (engine == Engine.POSTGRESQL) {
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        }
        return opened(config);
    }

    @Override
    public String beforeWriting() {
        return "";
    }

    @Override
    public String beforeReading() {
        return "";
    }

    @Override
    public void close() {
        // The writer's last: SQLite's log is put into the database by the last connection, if that may write.
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** After a kill -9 the driver leaves its unpacked library behind; in our own folder it cleans that up next time. */
    private static void unpackDriverInto(DataFolder folder) {
        try {
            System.setProperty(
                    "org.sqlite.tmpdir",
                    Files.createDirectories(folder.file("driver")).toString());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "CHATTERBOX_DATA: cannot write to " + folder.file("driver")
                            + "; make it writable for this server's user",
                    e);
        }
    }

    private HikariDataSource opened(HikariConfig config) {
        var renewal = new Renewal();
        if (engine == Engine.SQLITE) {
            config.setExceptionOverride(renewal);
        }
        var pool = new HikariDataSource(config);
        renewal.pool = pool;
        open.push(pool);
        return pool;
    }

    private HikariConfig pool(String name, int size, Map<String, String> properties) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(properties));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(10_000);
        return config;
    }

    private DirectSource source(Map<String, String> special) {
        var properties = new Properties();
        properties.putAll(engine.properties());
        properties.putAll(special);
        var driver = engine == Engine.SQLITE ? new org.sqlite.JDBC() : new org.postgresql.Driver();
        return () -> driver.connect(url, properties);
    }

    /**
     * After most faults, such as a full disk, SQLite has rolled the transaction back by itself. Its driver does not notice,
     * fails to roll back and begins no other: whatever the connection was given next would take effect at once, bit by bit.
     * Only what a constraint refuses leaves a connection as good as it was; after all else the pool takes new ones. It does
     * so here in silence, where a verdict to evict would be logged with the whole fault each time.
     */
    private static final class Renewal implements SQLExceptionOverride {
        private static final int CONSTRAINT = 19;
        private static final int BASIC_CODE = 0xff;

        private volatile HikariDataSource pool;

        @java.lang.Override
        public Override adjudicate(SQLException fault) {
            if ((fault.getErrorCode() & BASIC_CODE) != CONSTRAINT) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
            return Override.DO_NOT_EVICT;
        }
    }
}
