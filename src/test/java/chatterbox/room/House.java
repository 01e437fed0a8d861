package chatterbox.room;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import chatterbox.account.AccountRegistered;
import chatterbox.account.Accounts;
import chatterbox.account.Role;
import chatterbox.history.UnreadMessages;
import chatterbox.hosting.Hosting;
import chatterbox.hosting.Joining;
import chatterbox.journal.Batch;
import chatterbox.journal.Journal;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.persistence.Transactions;
import chatterbox.reading.Reading;
import chatterbox.refusal.TextRules;
import chatterbox.settings.JournalSettings;
import chatterbox.settings.StorageSettings;

/** The house up to its rooms, on a fresh database; it can be restarted. */
public final class House implements AutoCloseable {
    private final StorageSettings storage;
    private final BlockingQueue<Batch> published = new LinkedBlockingQueue<>();

    private DataFolder folder;
    private Database database;
    private Transactions transactions;
    private Journal journal;
    private Memberships memberships;
    private Accounts accounts;
    private Rooms rooms;
    private Hosting hosting;
    private Reading reading;
    private Joining joining;

    public House(Engine engine) {
        this(Engines.fresh(engine));
    }

    /** On what is there already. */
    public House(StorageSettings storage) {
        this.storage = storage;
        open();
    }

    public Database database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    public Journal journal() {
        return journal;
    }

    public Memberships memberships() {
        return memberships;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Hosting hosting() {
        return hosting;
    }

    public Reading reading() {
        return reading;
    }

    Joining joining() {
        return joining;
    }

    /** What was committed since the last start, batch by batch. */
    public BlockingQueue<Batch> published() {
        return published;
    }

    /** An account and all that registering brings. */
    public void register(String username, String displayName) {
        account(username, displayName);
        joining.welcome(new AccountRegistered(username, displayName));
    }

    /** An account whose registering was cut off by a crash. */
    void account(String username, String displayName) {
        transactions.write(transaction -> transaction
                .createNativeQuery("INSERT INTO account (username, folded, display_name, password, role, token_version,"
                        + " created_at) VALUES (?, ?, ?, '', 'MEMBER', 1, 0)")
                .setParameter(1, username)
                .setParameter(2, username)
                .setParameter(3, displayName)
                .executeUpdate());
    }

    /** A member who is there without a fact that tells it. */
    public void addMembership(String room, String username) {
        transactions.write(transaction -> transaction
                .createNativeQuery("INSERT INTO membership (room, username, since) VALUES (?, ?, 0)")
                .setParameter(1, room)
                .setParameter(2, username)
                .executeUpdate());
    }

    /** A room that nobody is a member of. */
    public void room(String id) {
        transactions.write(transaction -> transaction
                .createNativeQuery("INSERT INTO room (id, name, created_at) VALUES (?, ?, 0)")
                .setParameter(1, id)
                .setParameter(2, id)
                .executeUpdate());
    }

    /** Gives somebody another role. */
    public void role(String username, Role role) {
        transactions.write(transaction -> transaction
                .createNativeQuery("UPDATE account SET role = ? WHERE username = ?")
                .setParameter(1, role.name())
                .setParameter(2, username)
                .executeUpdate());
    }

    public void removeMembership(String room, String username) {
        transactions.write(transaction -> transaction
                .createNativeQuery("DELETE FROM membership WHERE room = ? AND username = ?")
                .setParameter(1, room)
                .setParameter(2, username)
                .executeUpdate());
    }

    public void restart() {
        close();
        published.clear();
        open();
    }

    @Override
    public void close() {
        journal.close();
        database.close();
        folder.close();
    }

    private void open() {
        folder = new DataFolder(storage);
        database = new Database(folder, storage);
        transactions = new Transactions(database);
        accounts = new Accounts(transactions, database);
        memberships = new Memberships(transactions, accounts);
        journal = new Journal(
                database,
                transactions,
                new JournalSettings(10_000, 512, 4),
                Clock.systemUTC(),
                () -> Stream.of(memberships, published::add));
        rooms = new Rooms(transactions, journal, new UnreadMessages(), Clock.systemUTC());
        hosting = new Hosting(journal, rooms, memberships, accounts, new TextRules(List.of()));
        reading = new Reading(memberships, rooms, journal);
        joining = new Joining(transactions, journal);
    }
}
