package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    public String poolName() {
        return "java:jboss/datasources/chatterbox";
    }

    @Override
    public Launch launch(Site site) throws IOException {
        var home = AppServer.home("wildfly");
        var base = site.folder().resolve("standalone");
        if (Files.notExists(base)) {
            Trees.copy(home.resolve("standalone"), base);
            if (site.pool().isPresent()) {
                define(site.pool().get(), base);
            }
            Instructions.follow(
                    "wildfly",
                    Map.of(
                            "WILDFLY",
                            site.folder().toString(),
                            "WAR",
                            site.war().toString()));
        }
        return new Launch(
                List.of(
                        home.resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + site.port(),
                        "-Djboss.https.port=" + Ports.free(),
                        "-Djboss.management.http.port=" + Ports.free()),
                Map.of(
                        "JBOSS_MODULEPATH",
                        home.resolve("modules") + ":" + site.folder().resolve("modules")));
    }

    private static void define(Pool pool, Path base) throws IOException {
        var module = Files.createDirectories(base.resolveSibling("modules/org/postgresql/main"));
        Files.copy(Pool.driver(), module.resolve("postgresql.jar"));
        Files.writeString(module.resolve("module.xml"), """
                <module xmlns="urn:jboss:module:1.9" name="org.postgresql">
                  <resources><resource-root path="postgresql.jar"/></resources>
                  <dependencies><module name="java.se"/><module name="jdk.net"/></dependencies>
                </module>
                """);
        var configuration = base.resolve("configuration/standalone.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace(
                                "<drivers>",
                                dataSource(pool) + "<drivers><driver name=\"postgresql\" module=\"org.postgresql\"/>"));
    }

    private static String dataSource(Pool pool) {
        return """
                <datasource jndi-name="java:jboss/datasources/chatterbox" pool-name="chatterbox" jta="false">
                  <connection-url>%s</connection-url>
                  <driver>postgresql</driver>
                  <security user-name="%s"/>
                </datasource>
                """.formatted(pool.url(), pool.user());
    }

    @Override
    public boolean cutsDeafLines() {
        return true;
    }
}
