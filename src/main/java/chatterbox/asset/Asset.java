package chatterbox.asset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * A file of the front end's build in every encoding that the build made.
 *
 * @param forms the bytes by encoding; {@link Encoding#IDENTITY} is always there
 */
record Asset(String mediaType, boolean immutable, Map<Encoding, byte[]> forms) {
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    /** What a file of this name is; a name that says nothing is just bytes. */
    static String mediaType(String name) {
        return MEDIA_TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Those under {@code /assets/} carry a hash of themselves in their names and never change. */
    String cacheControl() {
        return immutable ? "public, max-age=31536000, immutable" : "no-cache";
    }

    byte[] bytes(Encoding encoding) {
        return forms.get(encoding);
    }

    /** A strong one: other bytes, other tag. */
    String etag(Encoding encoding) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes(encoding));
            return '"'
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, 22)
                    + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
