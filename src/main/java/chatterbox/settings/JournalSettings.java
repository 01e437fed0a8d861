package chatterbox.settings;

/** The log's writer. */
public record JournalSettings(
        @Setting(
                key = "JOURNAL_QUEUE",
                byDefault = "10000",
                min = 1,
                max = 1_000_000,
                why = "How many posts may wait for a lane's writer before more are refused as busy: about a second of "
                        + "work, some 10 MiB.")
        int queue,

        @Setting(
                key = "JOURNAL_BATCH",
                byDefault = "512",
                min = 1,
                max = 10_000,
                why = "How many posts one transaction takes at most. Larger ones gain nothing and hold locks longer.")
        int batch,

        @Setting(
                key = "JOURNAL_LANES",
                byDefault = "4",
                min = 1,
                max = 8,
                why = "Writers working side by side on PostgreSQL, each for its share of the rooms. SQLite has one.")
        int lanes) {}
