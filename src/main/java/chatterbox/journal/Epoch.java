package chatterbox.journal;

import java.util.UUID;

import jakarta.persistence.EntityManager;

/** The name of the history in this database, made with the database. */
final class Epoch {
    private Epoch() {}

    static String get(EntityManager transaction) {
        var found = transaction.createNativeQuery("SELECT id FROM epoch").getResultList();
        return found.isEmpty() ? create(transaction) : (String) found.get(0);
    }

    private static String create(EntityManager transaction) {
        var id = UUID.randomUUID().toString();
        transaction
                .createNativeQuery("INSERT INTO epoch (id) VALUES (?)")
                .setParameter(1, id)
                .executeUpdate();
        return id;
    }
}
