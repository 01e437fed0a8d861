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
        return run(database.readers(), work);
    }

    /**
     * Writes, and commits when the work returns; any exception rolls back and comes out, a full disk or an unreachable
     * database as a {@code Refusal}.
     */
    public <T> T write(Function<EntityManager, T> work) {
        return run(database.writers(), work);
    }

    private static <T> T run(EntityManagerFactory factory, Function<EntityManager, T> work) {
        var manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            var result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        } catch (RuntimeException failure) {
            throw Faults.translate(failure);
        } finally {
            end(manager);
        }
    }

    private static void end(EntityManager manager) {
        try {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
        } finally {
            manager.close();
        }
    }
}
