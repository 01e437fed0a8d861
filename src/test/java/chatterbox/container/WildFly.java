package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/** WildFly's standalone server in its default configuration. */
final class WildFly implements AppServer {
    @Override
    public String title() {
        return "WildFly";
    }

    @Override
    public String version() {
        return AppServer.pinned("wildfly");
    }

    @Override
    public Launch launch(Site site) throws IOException {
        var home = AppServer.home("wildfly");
        var base = site.folder().resolve("standalone");
        if (Files.notExists(base)) {
            Trees.copy(home.resolve("standalone"), base);
            Instructions.follow(
                    "wildfly",
                    Map.of(
                            "WILDFLY",
                            site.folder().toString(),
                            "WAR",
                            site.war().toString()));
        }
        return Launch.of(
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + base,
                "-Djboss.http.port=" + site.port(),
                "-Djboss.https.port=" + Ports.free(),
                "-Djboss.management.http.port=" + Ports.free());
    }
}
