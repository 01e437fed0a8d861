package chatterbox.persistence;

import java.sql.SQLException;

import javax.sql.DataSource;

import chatterbox.settings.StorageSettings;

/**
 * Where connections to the database come from: pools of our own, or the server's. Whoever takes one gives it back as it
 * was. For one opener; the data sources are for any thread.
 */
sealed interface Connections extends AutoCloseable permits OwnPools, ServersPool {

    /** Those that the settings name. Throws when there is none, with the setting to mend; nothing is open yet. */
    static Connections of(DataFolder folder, StorageSettings settings) {
        return settings.dataSource().isEmpty()
                ? new OwnPools(folder, settings)
                : new ServersPool(Place.of(folder, settings));
    }

    Place place();

    Engine engine();

    /** Asks for one connection and shows that it could write. Changes nothing. */
    void knock() throws SQLException;

    /** Connections as the migrations want them: without a transaction, and changing nothing by being opened. */
    DataSource plain();

    /** The writers' connections; to be asked for once, after the migrations. */
    DataSource writers();

    /** The readers' connections; to be asked for once, after the migrations. */
    DataSource readers();

    /** What a writing transaction has to say first, in SQL; empty when its connection is made for it. */
    String beforeWriting();

    /** What a reading transaction has to say first, in SQL; empty when its connection is made for it. */
    String beforeReading();

    /** Closes what is ours. May be done twice. */
    @Override
    void close();
}
