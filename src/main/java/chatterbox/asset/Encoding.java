package chatterbox.asset;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How an asset was compressed at build time, the smallest first. */
enum Encoding {
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz"),
    IDENTITY("identity", "");

    final String token;
    final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /**
     * The smallest among these that the client takes, by its Accept-Encoding (RFC 9110, section 12.5.3), which is null
     * when it sent none. Whoever takes none of them gets the plain bytes: they can be read by everybody.
     */
    static Encoding choose(String accepted, Set<Encoding> available) {
        var taken = taken(accepted);
        for (var encoding : values()) {
            if (available.contains(encoding) && taken.get(encoding)) {
                return encoding;
            }
        }
        return IDENTITY;
    }

    private static Map<Encoding, Boolean> taken(String accepted) {
        var taken = new EnumMap<Encoding, Boolean>(Map.of(BROTLI, false, GZIP, false, IDENTITY, true));
        if (accepted != null) {
            for (var coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
                var parts = coding.split(";", 2);
                var yes = parts.length == 1 || !parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
                for (var encoding : values()) {
                    if (encoding.token.equals(parts[0].strip())) {
                        taken.put(encoding, yes);
                    }
                }
            }
        }
        return taken;
    }
}
