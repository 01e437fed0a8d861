package chatterbox.settings;

import java.time.Duration;

/** Sockets. */
public record LiveSettings(
        @Setting(
                key = "OUTBOX_BYTES",
                byDefault = "1048576",
                min = 262_144,
                max = 67_108_864,
                why = "What may wait for one socket before it is closed as slow: 1 MiB is about 5,000 messages.")
        int outboxBytes,

        @Setting(
                key = "SEND_TIMEOUT",
                byDefault = "10s",
                min = 1,
                max = 300,
                why = "A socket whose send is not done by then is closed as slow: its reader has stopped reading.")
        Duration sendTimeout,

        @Setting(
                key = "SENDERS",
                byDefault = "2",
                min = 1,
                max = 64,
                why = "Threads that drain the outboxes. Sends do not block, so a few serve thousands of sockets.")
        int senders,

        @Setting(
                key = "HEARTBEAT",
                byDefault = "10s",
                min = 1,
                max = 300,
                why = "How often a silent socket is pinged and sent an empty frame; proxies cut silent lines after 30 "
                        + "to 60 s.")
        Duration heartbeat,

        @Setting(
                key = "PRESENCE_GRACE",
                byDefault = "10s",
                max = 300,
                why = "How long somebody whose last socket closed still counts as online, so that a reload or a train "
                        + "tunnel draws no line.")
        Duration presenceGrace,

        @Setting(
                key = "PRESENCE_LINES",
                byDefault = "50",
                max = 10_000,
                why = "Up to so many online people, coming and going is drawn as a line; beyond, only counted.")
        int presenceLines,

        @Setting(
                key = "RESUME_LIMIT",
                byDefault = "1000",
                min = 1,
                max = 100_000,
                why = "A client that is further behind gets a reset: loading the latest page is then quicker.")
        int resumeLimit) {}
