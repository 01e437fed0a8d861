package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** TomEE's embedded server: of version 10 that is all that the build can fetch. */
final class TomEE implements AppServer {
    @Override
    public String title() {
        return "TomEE";
    }

    @Override
    public String version() {
        return AppServer.pinned("tomee") + " (embedded)";
    }

    @Override
    public Launch launch(Site site) throws IOException {
        var webapps = site.folder().resolve("webapps");
        if (Files.notExists(webapps)) {
            Files.createDirectories(webapps);
            define(site);
            Instructions.follow(
                    "tomee",
                    Map.of("TOMEE", site.folder().toString(), "WAR", site.war().toString()));
        }
        return Launch.of(
                Jdk.java(),
                "-cp",
                AppServer.home("tomee") + "/*:" + Pool.driver(),
                Path.of("src", "test", "scripts", "TomEE.java").toString(),
                site.folder().toString(),
                String.valueOf(site.port()));
    }

    private static void define(Site site) throws IOException {
        var resources =
                site.pool().map(pool -> """
                        jdbc/chatterbox=new://Resource?type=javax.sql.DataSource
                        jdbc/chatterbox.JdbcDriver=org.postgresql.Driver
                        jdbc/chatterbox.JdbcUrl=%s
                        jdbc/chatterbox.UserName=%s
                        jdbc/chatterbox.JtaManaged=false
                        """.formatted(pool.url(), pool.user())).orElse("");
        Files.writeString(site.folder().resolve("resources.properties"), resources);
    }
}
