package chatterbox.persistence;

import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/**
 * Runs work inside a transaction of its own, with an entity manager that lives as long. For any thread. The work must be
 * short: a reader that stays open keeps SQLite's log from shrinking, and a writer keeps everybody else waiting.
 */
@Singleton
public final class Transactions {
    private final Database database;

    @Inject
    public Transactions(Database database) {
        this.database = database;
    }

    /** Reads one snapshot. Throws a {@code Refusal} that says busy when the database cannot be reached. */
    public <T> T read(Function<EntityManager, T> work) {
        return run(database.readers(), database.beforeReading(), work);
    }

    /**
     * Writes, and commits when the work returns; any exception rolls back and comes out, a full disk or an unreachable
     * database as a {@code Refusal}.
     */
    public <T> T write(Function<EntityManager, T> work) {
        return run(database.writers(), database.beforeWriting(), work);
    }

    private static <T> T run(EntityManagerFactory factory, String opening, Function<EntityManager, T> work) {
        try (var transaction = new Open(factory)) {
            return transaction.run(opening, work);
        } catch (RuntimeException failure) {
            throw Faults.translate(failure);
        }
    }

    /** One transaction, which is rolled back when it was not committed. */
    private static final class Open implements AutoCloseable {
        private final EntityManager manager;

        /** The first one opens the factory, for which it needs a connection. */
        Open(EntityManagerFactory factory) {
            manager = factory.createEntityManager();
        }

        <T> T run(String opening, Function<EntityManager, T> work) {
            manager.getTransaction().begin();
            if (!opening.isEmpty()) {
                manager.createNativeQuery(opening).executeUpdate();
            }
            var result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        }

        @Override
        public void close() {
            try {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            } finally {
                manager.close();
            }
        }
    }
}
