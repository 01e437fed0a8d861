package chatterbox.asset;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The front end's build, read once at start. A path is looked up among those that were there then and never on a disk:
 * no way of writing it leads anywhere else. {@code index.html} is the page {@code /}, {@code sign-in.html} the page
 * {@code /sign-in}.
 */
@Singleton
public final class Assets {
    private static final String FOLDER = "/WEB-INF/assets";

    private final Map<String, Asset> assets;

    @Inject
    Assets(War war) {
        this(files(war));
    }

    /** Takes the files' contents by their paths below the build's folder, such as {@code /index.html}. */
    Assets(Map<String, byte[]> files) {
        var found = new HashMap<String, Asset>();
        files.keySet().stream().filter(Assets::isPlain).forEach(path -> found.put(address(path), asset(path, files)));
        assets = Map.copyOf(found);
    }

    /** Whether there is an asset at the path. */
    public boolean has(String path) {
        return assets.containsKey(path);
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    private static boolean isPlain(String path) {
        return !path.endsWith(Encoding.BROTLI.suffix) && !path.endsWith(Encoding.GZIP.suffix);
    }

    private static String address(String path) {
        return path.equals("/index.html") ? "/" : path.replaceFirst("\\.html$", "");
    }

    private static Asset asset(String path, Map<String, byte[]> files) {
        var forms = new EnumMap<Encoding, byte[]>(Encoding.class);
        for (var encoding : Encoding.values()) {
            Optional.ofNullable(files.get(path + encoding.suffix)).ifPresent(bytes -> forms.put(encoding, bytes));
        }
        return new Asset(Asset.mediaType(path), path.startsWith("/assets/"), forms);
    }

    private static Map<String, byte[]> files(War war) {
        return war.files(FOLDER + "/")
                .collect(Collectors.toMap(
                        path -> path.substring(FOLDER.length()),
                        path -> war.read(path).orElseThrow()));
    }
}
