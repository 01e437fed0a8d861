package chatterbox.settings;

import java.nio.file.Path;

/** Where things are kept. */
public record StorageSettings(
        @Setting(
                key = "DATA",
                byDefault = "~/chatterbox",
                why = "The data folder: database, keys and secrets. Outside of every server, so that a new deployment "
                        + "finds what the old one left. One process holds it at a time.")
        Path data,

        @Setting(
                key = "DATABASE",
                byDefault = "",
                why = "A JDBC URL: jdbc:postgresql://host/name?user=...&password=..., or jdbc:sqlite:/path. Empty: "
                        + "SQLite in the data folder.")
        String database,

        @Setting(
                key = "DATA_SOURCE",
                byDefault = "",
                why = "The JNDI name of a data source of the server's, on PostgreSQL, such as jdbc/chatterbox or "
                        + "java:jboss/datasources/chatterbox: instead of CHATTERBOX_DATABASE, when the server is to keep "
                        + "the address, the password and the pool.")
        String dataSource,

        @Setting(
                key = "READERS",
                byDefault = "8",
                min = 1,
                max = 200,
                why = "Database connections for reading. More than a few times the cores gains nothing. With "
                        + "CHATTERBOX_DATA_SOURCE the server's own pool decides.")
        int readers) {

    /** Throws {@link SettingRefused} when two databases are named. */
    public StorageSettings {
        if (!database.isEmpty() && !dataSource.isEmpty()) {
            throw new SettingRefused(
                    "CHATTERBOX_DATABASE", "CHATTERBOX_DATA_SOURCE names a database as well; keep one of the two");
        }
    }
}
