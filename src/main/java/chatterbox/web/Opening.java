package chatterbox.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.authority.Setup;
import chatterbox.journal.Journal;
import chatterbox.live.Heartbeat;
import chatterbox.live.SessionRegistry;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.room.Joining;
import chatterbox.room.Rooms;
import chatterbox.session.Expiry;

/**
 * Opens the house in the order of its floors, before the first request, and closes it the other way round. Asking for
 * the beans makes them: whatever is wrong with the settings, the folder or the database shows now.
 */
@Singleton
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    @Inject
    private DataFolder folder;

    @Inject
    private Database database;

    @Inject
    private Journal journal;

    @Inject
    private Setup setup;

    @Inject
    private Expiry expiry;

    /** Asked for, and so made, before anybody joins: the room where all are comes with it. */
    @Inject
    private Rooms rooms;

    @Inject
    private Joining joining;

    @Inject
    private SessionRegistry sockets;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Version version;

    @Inject
    private Libraries libraries;

    void open() {
        setup.start();
        expiry.start();
        joining.catchUp();
        heartbeat.start();
        LOG.log(Level.INFO, "Libraries: {0}", libraries);
        LOG.log(Level.INFO, "Chatterbox {0} is ready", version);
    }

    /**
     * Clients are told to come back, the journal writes what waits before its database goes, and then another process may
     * have the folder.
     */
    void close() {
        heartbeat.stop();
        sockets.close();
        journal.close();
        database.close();
        folder.close();
    }
}
