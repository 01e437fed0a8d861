package chatterbox.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.Setup;
import chatterbox.journal.Journal;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.room.Joining;
import chatterbox.room.Rooms;

/**
 * Opens the house in the order of its floors, before the first request, and closes it the other way round. Asking for
 * the beans makes them: whatever is wrong with the settings, the folder or the database shows now.
 */
@Singleton
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    private final DataFolder folder;
    private final Database database;
    private final Journal journal;
    private final Setup setup;
    private final Rooms rooms;
    private final Joining joining;
    private final Version version;

    @Inject
    Opening(
            DataFolder folder,
            Database database,
            Journal journal,
            Setup setup,
            Rooms rooms,
            Joining joining,
            Version version) {
        this.folder = folder;
        this.database = database;
        this.journal = journal;
        this.setup = setup;
        this.rooms = rooms;
        this.joining = joining;
        this.version = version;
    }

    void open() {
        joining.catchUp();
        setup.open();
        LOG.log(Level.INFO, "Chatterbox {0} is ready", version);
    }

    /** The journal writes what waits before its database goes; then another process may have the folder. */
    void close() {
        journal.close();
        database.close();
        folder.close();
    }
}
