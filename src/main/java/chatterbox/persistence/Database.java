package chatterbox.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;

import chatterbox.settings.StorageSettings;

/**
 * The database, migrated and open: connections and an entity manager factory for writers, and others for readers, which
 * cannot write. When it cannot be opened the exception says what to mend, and nothing stays open.
 */
@Singleton
public class Database {
    private static final Logger LOG = System.getLogger(Database.class.getName());

    private final Connections connections;
    private final EntityManagerFactory writers;
    private final EntityManagerFactory readers;

    @Inject
    public Database(DataFolder folder, StorageSettings settings) {
        connections = Connections.of(folder, settings);
        try {
            connections.knock();
            new Migrations(connections).run();
            writers = factory("chatterbox-writer", connections.writers());
            readers = factory("chatterbox-reader", connections.readers());
        } catch (SQLException | RuntimeException fault) {
            connections.close();
            throw CannotOpen.of(connections.place(), fault);
        }
    }

    /**
     * At the end of a deployment: takes out of the JDK what would hold every class of the deployment for as long as the
     * server runs, which are the WAR's drivers, registered when they were loaded, and EclipseLink's texts, kept in a
     * cache. The server's own stay.
     */
    public static void letGoOfClasses() {
        deregisterDrivers();
        // Looking at a server's driver loads ours of the same name, which registers itself: the second look finds it.
        deregisterDrivers();
        ResourceBundle.clearCache(Database.class.getClassLoader());
    }

    public Engine engine() {
        return connections.engine();
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

    /** See {@link Connections#beforeWriting()}. */
    String beforeWriting() {
        return connections.beforeWriting();
    }

    /** See {@link Connections#beforeReading()}. */
    String beforeReading() {
        return connections.beforeReading();
    }

    /** May be done twice: servers do not say in which order they let go of beans, the product's end does. */
    @PreDestroy
    public void close() {
        Stream.of(readers, writers).filter(EntityManagerFactory::isOpen).forEach(EntityManagerFactory::close);
        connections.close();
    }

    private static void deregisterDrivers() {
        DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == Database.class.getClassLoader())
                .forEach(Database::deregister);
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException | SecurityException e) {
            LOG.log(Level.WARNING, "A database driver stays registered", e);
        }
    }

    private static EntityManagerFactory factory(String name, DataSource source) {
        return Persistence.createEntityManagerFactory(
                "chatterbox",
                Map.of(
                        "jakarta.persistence.provider",
                        "org.eclipse.persistence.jpa.PersistenceProvider",
                        "eclipselink.persistencexml",
                        "META-INF/chatterbox-persistence.xml",
                        "eclipselink.session-name",
                        name + "-" + System.identityHashCode(source),
                        "jakarta.persistence.nonJtaDataSource",
                        source));
    }
}
