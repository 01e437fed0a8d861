package chatterbox.persistence;

import chatterbox.settings.StorageSettings;

/** A database that is open, in its folder. */
final class World implements AutoCloseable {
    private final DataFolder folder;
    private final Database database;
    private final Transactions transactions;

    World(StorageSettings settings) {
        folder = new DataFolder(settings);
        database = open(settings);
        transactions = new Transactions(database);
    }

    Transactions transactions() {
        return transactions;
    }

    void write(String sql) {
        transactions.write(transaction -> transaction.createNativeQuery(sql).executeUpdate());
    }

    Object read(String sql) {
        return transactions.read(
                transaction -> transaction.createNativeQuery(sql).getSingleResult());
    }

    @Override
    public void close() {
        database.close();
        folder.close();
    }

    private Database open(StorageSettings settings) {
        try {
            return new Database(folder, settings);
        } catch (RuntimeException fault) {
            folder.close();
            throw fault;
        }
    }
}
