package chatterbox.settings;

import java.time.Duration;

/** Signing in. */
public record IdentitySettings(
        @Setting(
                key = "ACCESS_TOKEN_LIFE",
                byDefault = "10m",
                min = 10,
                max = 600,
                why = "How long an access token is good. Short, since it works until then wherever it leaks to; 10 "
                        + "minutes at most.")
        Duration accessTokenLife,

        @Setting(
                key = "SESSION_IDLE",
                byDefault = "30d",
                min = 60,
                max = 31_536_000,
                why = "A login session that was not refreshed for so long ends. A month spares a holiday.")
        Duration sessionIdle,

        @Setting(
                key = "SESSION_LIFE",
                byDefault = "180d",
                min = 60,
                max = 31_536_000,
                why = "After so long a login session ends in any case, and a password must be typed again.")
        Duration sessionLife,

        @Setting(
                key = "PASSWORD_MIN",
                byDefault = "8",
                min = 8,
                max = 64,
                why = "The least length of a password in code points; ASVS 6.2.1 asks for 8 and advises 15.")
        int passwordMin,

        @Setting(
                key = "PASSWORD_COST",
                byDefault = "10",
                min = 4,
                max = 16,
                why = "bcrypt's cost: each step doubles the work. 10 takes about 60 ms of a core.")
        int passwordCost,

        @Setting(
                key = "KEY_LIFE",
                byDefault = "90d",
                min = 3600,
                max = 31_536_000,
                why = "A signing key older than this gets a successor at the next start; its tokens stay good.")
        Duration keyLife) {}
