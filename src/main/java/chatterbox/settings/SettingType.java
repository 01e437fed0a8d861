package chatterbox.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of values that settings have, and how each is written. */
enum SettingType {
    TEXT("text", String.class) {
        @Override
        Object parse(String key, String text, Setting setting) {
            return text;
        }
    },
    WHOLE_NUMBER("number", int.class) {
        @Override
        Object parse(String key, String text, Setting setting) {
            return Math.toIntExact(number(key, text, setting));
        }
    },
    TIME("duration", Duration.class) {
        @Override
        Object parse(String key, String text, Setting setting) {
            var duration = duration(key, text);
            refuseOutside(key, duration.toSeconds(), setting, " s");
            return duration;
        }
    },
    FOLDER("path", Path.class) {
        @Override
        Object parse(String key, String text, Setting setting) {
            return Path.of(text.replaceFirst("^~(?=/|$)", System.getProperty("user.home")))
                    .toAbsolutePath()
                    .normalize();
        }
    },
    ADDRESS("URL", Optional.class) {
        @Override
        Object parse(String key, String text, Setting setting) {
            return text.isEmpty() ? Optional.empty() : Optional.of(url(key, text));
        }
    },
    TEXTS("list", List.class) {
        @Override
        Object parse(String key, String text, Setting setting) {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    };

    /** The word that the documentation uses. */
    final String word;

    private final Class<?> type;

    SettingType(String word, Class<?> type) {
        this.word = word;
        this.type = type;
    }

    static SettingType of(Class<?> type) {
        return Stream.of(values())
                .filter(kind -> kind.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No setting can be a " + type));
    }

    abstract Object parse(String key, String text, Setting setting);

    private static long number(String key, String text, Setting setting) {
        try {
            var number = Long.parseLong(text);
            refuseOutside(key, number, setting, "");
            return number;
        } catch (NumberFormatException wrong) {
            throw new SettingRefused(key, "'" + text + "' is no whole number");
        }
    }

    private static void refuseOutside(String key, long number, Setting setting, String unit) {
        if (number < setting.min() || number > Math.min(setting.max(), Integer.MAX_VALUE)) {
            throw new SettingRefused(
                    key, number + unit + " is outside " + setting.min() + " to " + setting.max() + unit);
        }
    }

    /** A number and one of ms, s, m, h, d. */
    private static Duration duration(String key, String text) {
        var parts = text.split("(?<=\\d)(?=[a-z])", 2);
        try {
            var count = Long.parseLong(parts[0]);
            return switch (parts.length == 2 ? parts[1] : "") {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                case "d" -> Duration.ofDays(count);
                default -> throw new NumberFormatException();
            };
        } catch (NumberFormatException wrong) {
            throw new SettingRefused(key, "'" + text + "' is no duration; write a number and ms, s, m, h or d");
        }
    }

    private static URI url(String key, String text) {
        try {
            var url = URI.create(text);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (IllegalArgumentException wrong) {
            // Said below.
        }
        throw new SettingRefused(key, "'" + text + "' is no http or https address");
    }
}
