package chatterbox.settings;

/** What a message may be. */
public record MessageSettings(
        @Setting(
                key = "TEXT_LIMIT",
                byDefault = "4000",
                min = 1,
                max = 12_000,
                why = "A message's greatest length in code points. 4,000 is a page and a half; the upper bound keeps a "
                        + "message of four-byte characters inside one frame of 64 KiB.")
        int textLimit) {}
