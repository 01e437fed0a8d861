package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** GlassFish and Payara Server, which are run alike, each with the domain that it comes with. */
final class GlassFish implements AppServer {
    private static final Pattern PORT = Pattern.compile("port=\"\\d{4,5}\"");

    private final String name;
    private final String title;

    private GlassFish(String name, String title) {
        this.name = name;
        this.title = title;
    }

    static GlassFish glassfish() {
        return new GlassFish("glassfish", "GlassFish");
    }

    static GlassFish payara() {
        return new GlassFish("payara", "Payara Server");
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String version() {
        return AppServer.pinned(name);
    }

    /** GlassFish cuts all lines before it tells the application, unlike Payara: clients come back all the same. */
    @Override
    public List<Integer> shutdownCodes() {
        return name.equals("glassfish") ? List.of(1006) : AppServer.super.shutdownCodes();
    }

    @Override
    public Launch launch(Site site) throws IOException {
        var home = AppServer.home(name);
        var domains = site.folder().resolve("glassfish/domains");
        if (Files.notExists(domains)) {
            Trees.copy(home.resolve("glassfish/domains/domain1"), domains.resolve("domain1"));
            stayLocal(domains.resolve("domain1/config/domain.xml"), site.port());
            if (site.pool().isPresent()) {
                define(site.pool().get(), domains.resolve("domain1"));
            }
            Instructions.follow(
                    name,
                    Map.of(
                            name.toUpperCase(),
                            site.folder().toString(),
                            "WAR",
                            site.war().toString()));
        }
        return new Launch(
                List.of(
                        home.resolve("bin/asadmin").toString(),
                        "start-domain",
                        "--verbose",
                        "--domaindir",
                        domains.toString(),
                        "domain1"),
                Map.of());
    }

    private static void define(Pool pool, Path domain) throws IOException {
        Files.copy(Pool.driver(), Files.createDirectories(domain.resolve("lib")).resolve("postgresql.jar"));
        var configuration = domain.resolve("config/domain.xml");
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replaceFirst("<resources>", "$0" + dataSource(pool))
                        .replaceFirst("<resource-ref ", "<resource-ref ref=\"jdbc/chatterbox\"/>$0"));
    }

    private static String dataSource(Pool pool) {
        return """
                <jdbc-connection-pool name="chatterbox" res-type="javax.sql.DataSource"
                    datasource-classname="org.postgresql.ds.PGSimpleDataSource">
                  <property name="serverName" value="%s"/>
                  <property name="portNumber" value="%d"/>
                  <property name="databaseName" value="%s"/>
                  <property name="user" value="%s"/>
                  <property name="password" value="not asked for"/>
                </jdbc-connection-pool>
                <jdbc-resource pool-name="chatterbox" jndi-name="jdbc/chatterbox"/>
                """.formatted(pool.host(), pool.port(), pool.database(), pool.user());
    }

    /** Ports of its own, on this machine only; no cluster that calls out, and no message broker, of which nobody asks. */
    private static void stayLocal(Path domain, int port) throws IOException {
        var text = Files.readString(domain)
                .replace("port=\"8080\"", "port=\"HTTP\"")
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replace("type=\"EMBEDDED\"", "type=\"REMOTE\"")
                .replace(
                        "name=\"JMS_PROVIDER_PORT\" value=\"7676\"",
                        "name=\"JMS_PROVIDER_PORT\" value=\"" + Ports.free() + "\"")
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replaceAll("<network-listener (?![^>]*address=)", "<network-listener address=\"127.0.0.1\" ");
        Files.writeString(
                domain,
                PORT.matcher(text)
                        .replaceAll(GlassFish::anotherPort)
                        .replace("port=\"HTTP\"", "port=\"" + port + "\""));
    }

    private static String anotherPort(MatchResult port) {
        return "port=\"" + Ports.free() + "\"";
    }
}
