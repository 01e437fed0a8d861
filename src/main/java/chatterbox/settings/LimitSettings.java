package chatterbox.settings;

/**
 * How much anybody may do before being told to wait. Most are two numbers: so much at once, for somebody who types, pastes
 * or comes back after a while, and so much a second from then on.
 */
public record LimitSettings(
        @Setting(
                key = "SIGN_IN_TRIES",
                byDefault = "5",
                min = 1,
                max = 1000,
                why = "Wrong passwords for one account from one address before answers are delayed, each longer than "
                        + "the one before, up to a minute. Nobody is ever locked out for good.")
        int signInTries,

        @Setting(
                key = "REGISTRATIONS_AT_ONCE",
                byDefault = "1000",
                min = 1,
                max = 1_000_000,
                why =
                        "Accounts that may be registered from one address at once; more are refused as too-fast. A school "
                                + "registers behind one address within a lesson.")
        int registrationsAtOnce,

        @Setting(
                key = "REGISTRATIONS_PER_SECOND",
                byDefault = "2",
                min = 1,
                max = 1_000_000,
                why = "And so many a second after that.")
        int registrationsPerSecond,

        @Setting(
                key = "POSTS_AT_ONCE",
                byDefault = "200",
                min = 1,
                max = 1_000_000,
                why =
                        "Posts of one account at once, over all its sockets and HTTP; more are refused as too-fast. Pasting "
                                + "and what gathered while the line was down fit into it.")
        int postsAtOnce,

        @Setting(
                key = "POSTS_PER_SECOND",
                byDefault = "20",
                min = 1,
                max = 1_000_000,
                why = "And so many a second after that: nobody types so fast, and a program that sends ten a second "
                        + "never meets it.")
        int postsPerSecond,

        @Setting(
                key = "COMMANDS_AT_ONCE",
                byDefault = "1000",
                min = 1,
                max = 1_000_000,
                why =
                        "Frames of one socket at once, of whatever kind, also such as nobody can read; more are refused as "
                                + "too-fast. Following some hundred rooms after a reconnect fits into it.")
        int commandsAtOnce,

        @Setting(
                key = "COMMANDS_PER_SECOND",
                byDefault = "100",
                min = 1,
                max = 1_000_000,
                why = "And so many a second after that: several times what posting may take.")
        int commandsPerSecond,

        @Setting(
                key = "FLOOD_REFUSALS",
                byDefault = "100",
                min = 10,
                max = 1_000_000,
                why =
                        "A socket that is refused as too-fast more often than this in ten seconds is closed with 1008. Who "
                                + "waits as told is refused once a second.")
        int floodRefusals,

        @Setting(
                key = "SOCKETS_PER_USER",
                byDefault = "20",
                min = 1,
                max = 1_000_000,
                why = "Sockets that one account may hold: a few devices with a few tabs each. More get 429.")
        int socketsPerUser,

        @Setting(
                key = "SOCKETS_PER_ADDRESS",
                byDefault = "50",
                min = 1,
                max = 1_000_000,
                why = "Sockets that one client address may hold; more get 429. Raise it for an office behind one "
                        + "address, or name the proxy in CHATTERBOX_PROXIES.")
        int socketsPerAddress) {}
