package chatterbox.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

import chatterbox.authority.Setup;
import chatterbox.hosting.Joining;
import chatterbox.journal.Journal;
import chatterbox.live.Heartbeat;
import chatterbox.live.SessionRegistry;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.room.Rooms;
import chatterbox.search.Indexing;
import chatterbox.session.Expiry;

/**
 * Opens the house in the order of its floors, before the first request, and closes it the other way round. Asking for a
 * bean makes it: whatever is wrong with the settings, the folder or the database shows now. What is open by then is
 * closed again, and not left to the server: after a failed start some servers keep the beans, and with them the
 * folder's lock, which the next try needs.
 */
@Singleton
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    private final Opened opened = new Opened();

    @Inject
    private Provider<DataFolder> folder;

    @Inject
    private Provider<Database> database;

    @Inject
    private Provider<Journal> journal;

    @Inject
    private Provider<Setup> setup;

    @Inject
    private Provider<Expiry> expiry;

    @Inject
    private Provider<Rooms> rooms;

    @Inject
    private Provider<Joining> joining;

    @Inject
    private Provider<Indexing> indexing;

    @Inject
    private Provider<SessionRegistry> sockets;

    @Inject
    private Provider<Heartbeat> heartbeat;

    @Inject
    private Version version;

    @Inject
    private Provider<Libraries> libraries;

    /** Throws whatever was in the way; nothing is open then. */
    void open() {
        try {
            openAll();
            LOG.log(Level.INFO, "Libraries: {0}", libraries.get());
            LOG.log(Level.INFO, "Chatterbox {0} is ready", version);
        } catch (RuntimeException | Error fault) {
            close();
            throw fault;
        }
    }

    /**
     * Clients are told to come back, the journal writes what waits before its database goes, and then another process may
     * have the folder.
     */
    void close() {
        opened.close();
    }

    private void openAll() {
        opened.add(folder.get(), DataFolder::close);
        opened.add(database.get(), Database::close);
        opened.add(journal.get(), Journal::close);
        setup.get().start();
        opened.add(expiry.get(), Expiry::stop).start();
        rooms.get(); // Making it opens the room that everybody joins.
        joining.get().catchUp();
        opened.add(indexing.get(), Indexing::stop).start();
        opened.add(sockets.get(), SessionRegistry::close);
        opened.add(heartbeat.get(), Heartbeat::stop).start();
    }
}
