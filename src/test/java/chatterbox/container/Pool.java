package chatterbox.container;

import org.postgresql.Driver;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** A PostgreSQL that a server keeps a data source for, of a user without a password. */
public record Pool(String host, int port, String database, String user) {
    /** From a URL of the driver's, such as {@code jdbc:postgresql://localhost:5432/chat?user=ada}. */
    public static Pool at(String url) {
        var address = URI.create(url.replaceFirst("^jdbc:", ""));
        return new Pool(
                address.getHost(),
                address.getPort(),
                address.getPath().substring(1),
                address.getQuery().replaceFirst("user=(\\w+).*", "$1"));
    }

    String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** A server does not take the driver in the WAR. */
    static Path driver() {
        try {
            return Path.of(Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
