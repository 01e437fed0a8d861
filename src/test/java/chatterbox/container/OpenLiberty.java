package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Open Liberty with the features of its template {@code webProfile10}. */
final class OpenLiberty implements AppServer {
    @Override
    public String title() {
        return "Open Liberty";
    }

    @Override
    public String version() {
        return AppServer.pinned("open-liberty");
    }

    @Override
    public Launch launch(Site site) throws IOException {
        var home = AppServer.home("open-liberty");
        var user = Map.of("WLP_USER_DIR", site.folder().toString());
        var server = site.folder().resolve("servers/chatterbox");
        if (Files.notExists(server)) {
            Files.createDirectories(site.folder());
            var variables = new java.util.HashMap<>(user);
            variables.put("LIBERTY", home.toString());
            variables.put("WAR", site.war().toString());
            Instructions.follow("open-liberty", variables);
        }
        listen(server, site.port());
        if (site.pool().isPresent()) {
            define(site.pool().get(), server);
        }
        return new Launch(List.of(home.resolve("bin/server").toString(), "run", "chatterbox"), environment(user));
    }

    /** It cuts all lines before it tells the application: clients come back all the same. */
    @Override
    public List<Integer> shutdownCodes() {
        return List.of(1006);
    }

    /** It decodes each fragment for itself. */
    @Override
    public boolean joinsCharacters() {
        return false;
    }

    /** The console shows warnings only, unless it is told to; the lines of the start are looked for there. */
    private static Map<String, String> environment(Map<String, String> user) {
        var environment = new java.util.HashMap<>(user);
        environment.put("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");
        return environment;
    }

    private static void define(Pool pool, Path server) throws IOException {
        Files.writeString(server.resolve("configDropins/overrides/pool.xml"), """
                <server>
                  <library id="postgresql"><file name="%s"/></library>
                  <dataSource id="chatterbox" jndiName="jdbc/chatterbox" transactional="false">
                    <jdbcDriver libraryRef="postgresql"/>
                    <properties.postgresql serverName="%s" portNumber="%d" databaseName="%s" user="%s" password=""/>
                  </dataSource>
                </server>
                """.formatted(
                        Pool.driver(), pool.host(), pool.port(), pool.database(), pool.user()));
    }

    private static void listen(Path server, int port) throws IOException {
        var overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("port.xml"), """
                <server>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                </server>
                """.formatted(port));
    }
}
