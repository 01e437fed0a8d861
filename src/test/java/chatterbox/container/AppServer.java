package chatterbox.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A kind of server that the WAR runs on. */
public interface AppServer {
    /** As the table of servers has it, such as {@code WildFly}. */
    String title();

    /** Of the server as it is pinned in the pom. */
    String version();

    /**
     * Lays out a server with the WAR in it, unless that was done before, and says how to start it.
     *
     * @throws IOException when a part of the server is missing
     */
    Launch launch(Site site) throws IOException;

    /** Where the WAR answers; begins and ends in a slash. */
    default String contextPath() {
        return "/chatterbox/";
    }

    /** The JNDI name of the data source that a site may have. */
    default String poolName() {
        return "jdbc/chatterbox";
    }

    /** What its log says once it is ready. */
    default String readyLine() {
        return "Chatterbox";
    }

    /** With which codes it closes sockets when it is told to stop. */
    default List<Integer> shutdownCodes() {
        return List.of(1001, 1012);
    }

    /** Whether it puts a text together whose fragments end inside of characters. */
    default boolean joinsCharacters() {
        return true;
    }

    /** Whether it cuts the line of somebody who reads nothing, not even the close, and says nothing, within 3 seconds. */
    default boolean cutsDeafLines() {
        return false;
    }

    /** The one of this name, such as {@code open-liberty}. */
    static AppServer named(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase().replace('_', '-').equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such server: " + name))
                .server;
    }

    /** The one that this run of the tests is for. */
    static AppServer ofThisRun() {
        return named(System.getProperty("chatterbox.server", "payara-micro"));
    }

    /** The folder of a server's distribution, unpacked by the build. */
    static Path home(String name) {
        var unpacked = Path.of("target", "servers", name).toAbsolutePath();
        try (var folders = Files.list(unpacked)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        } catch (IOException missing) {
            throw new IllegalStateException(unpacked + " is missing; `mvn verify -Pservers` unpacks it", missing);
        }
    }

    /** The version that the pom pins under this name. */
    static String pinned(String name) {
        return System.getProperty("chatterbox.version." + name, "unknown");
    }

    /** All kinds. */
    enum Kind {
        PAYARA_MICRO(new PayaraMicro()),
        PAYARA(GlassFish.payara()),
        GLASSFISH(GlassFish.glassfish()),
        WILDFLY(new WildFly()),
        TOMEE(new TomEE()),
        OPEN_LIBERTY(new OpenLiberty());

        private final AppServer server;

        Kind(AppServer server) {
            this.server = server;
        }
    }
}
