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
                key = "READERS",
                byDefault = "8",
                min = 1,
                max = 200,
                why = "Database connections for reading. More than a few times the cores gains nothing.")
        int readers) {}
