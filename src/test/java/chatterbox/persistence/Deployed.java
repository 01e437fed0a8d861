package chatterbox.persistence;

import java.util.Map;

/** What a deployment does with its database from its first moment to its last; run by {@link RedeployTest}. */
public final class Deployed {
    private Deployed() {}

    public static void run(String folder, String url) {
        try (var world = new World(Engines.settings(Map.of("CHATTERBOX_DATA", folder, "CHATTERBOX_DATABASE", url)))) {
            world.write("INSERT INTO epoch (id) SELECT CAST(count(*) AS TEXT) FROM epoch");
            world.read("SELECT count(*) FROM epoch");
        }
        Database.letGoOfClasses();
    }
}
