package chatterbox.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;

import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

import chatterbox.settings.StorageSettings;

/**
 * The database, migrated and open: two pools and two entity manager factories. The writer's pool has one connection on
 * SQLite, whose file has one writer, and so many on PostgreSQL; the readers' connections cannot write.
 */
@Singleton
public class Database {
    private static final int POSTGRESQL_WRITERS = 8;

    private final Engine engine;
    private final HikariDataSource writerPool;
    private final HikariDataSource readerPool;
    private final EntityManagerFactory writers;
    private final EntityManagerFactory readers;

    @Inject
    public Database(DataFolder folder, StorageSettings settings) {
        var url = settings.database().isEmpty() ? "jdbc:sqlite:" + folder.file("chatterbox.db") : settings.database();
        engine = Engine.of(url);
        if (engine == Engine.SQLITE) {
            unpackDriverInto(folder);
        }
        writerPool = new HikariDataSource(writer(url));
        migrate();
        readerPool = new HikariDataSource(reader(url, settings.readers()));
        writers = factory(writerPool);
        readers = factory(readerPool);
    }

    public Engine engine() {
        return engine;
    }

    /** The class of the JPA provider that serves us: the WAR's, unless the server puts its own first. */
    public Class<?> provider() {
        return writers.getClass();
    }

    EntityManagerFactory writers() {
        return writers;
    }

    EntityManagerFactory readers() {
        return readers;
    }

    /** May be done twice: servers do not say in which order they let go of beans, the product's end does. */
    @PreDestroy
    public void close() {
        Stream.of(readers, writers).filter(EntityManagerFactory::isOpen).forEach(EntityManagerFactory::close);
        readerPool.close();
        writerPool.close();
    }

    /** After a kill -9 the driver leaves its unpacked library behind; in our own folder it cleans that up next time. */
    private static void unpackDriverInto(DataFolder folder) {
        try {
            System.setProperty(
                    "org.sqlite.tmpdir",
                    Files.createDirectories(folder.file("driver")).toString());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("CHATTERBOX_DATA: cannot write to " + folder.file("driver"), e);
        }
    }

    private void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(writerPool)
                .locations(engine.migrations)
                // There are none; the folder of the default does not exist, which Open Liberty logs as an error.
                .callbackLocations(engine.migrations)
                .load()
                .migrate();
    }

    private HikariConfig writer(String url) {
        var config = pool(url, engine == Engine.SQLITE ? 1 : POSTGRESQL_WRITERS);
        config.setPoolName("chatterbox-writer");
        if (engine == Engine.SQLITE) {
            config.addDataSourceProperty("journal_mode", "WAL");
            // Immediate: a transaction that reads first and writes later would fail at once when another wrote between.
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        } else {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
        return config;
    }

    private HikariConfig reader(String url, int size) {
        var config = pool(url, size);
        config.setPoolName("chatterbox-reader");
        config.setReadOnly(true);
        if (engine == Engine.SQLITE) {
            config.addDataSourceProperty("open_mode", "1");
        } else {
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        }
        return config;
    }

    private HikariConfig pool(String url, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        // Servers do not load drivers out of a WAR by themselves.
        config.setDriverClassName(engine == Engine.SQLITE ? "org.sqlite.JDBC" : "org.postgresql.Driver");
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(10_000);
        if (engine == Engine.SQLITE) {
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("busy_timeout", "10000");
        } else {
            // The details of an error hold values, which are nobody's business in a log.
            config.addDataSourceProperty("logServerErrorDetail", "false");
        }
        return config;
    }

    private static EntityManagerFactory factory(HikariDataSource pool) {
        return Persistence.createEntityManagerFactory(
                "chatterbox",
                Map.of(
                        "jakarta.persistence.provider",
                        "org.eclipse.persistence.jpa.PersistenceProvider",
                        "eclipselink.persistencexml",
                        "META-INF/chatterbox-persistence.xml",
                        "eclipselink.session-name",
                        pool.getPoolName() + "-" + System.identityHashCode(pool),
                        "jakarta.persistence.nonJtaDataSource",
                        pool));
    }
}
