package chatterbox.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * A data source of the server's, which keeps the address, the password and the pool. One pool serves writers and readers,
 * so each transaction says itself what it is: nothing has to be set on a connection, which servers restrict in different
 * ways, and nothing has to be set back. Looked up once, at the deployment, whose thread has names to look in; used by any
 * thread, also by those that the server does not know.
 */
final class ServersPool implements Connections {
    /**
     * The name as it is written works wherever the server puts its resources into the global names. TomEE keeps them under
     * a scheme of its own; the component's names are where a data source is that a deployment plan maps.
     */
    private static final List<String> PREFIXES = List.of("", "openejb:Resource/", "java:comp/env/");

    private final Place place;
    private final DirectSource source;

    /** Throws {@link CannotOpen} when the server has no such data source. */
    ServersPool(Place place) {
        this.place = place;
        var pool = lookUp(place);
        source = () -> connection(pool);
    }

    @Override
    public Place place() {
        return place;
    }

    /** PostgreSQL alone: see {@link #knock()}. */
    @Override
    public Engine engine() {
        return Engine.POSTGRESQL;
    }

    /** Throws {@link CannotOpen} also when it is not PostgreSQL. */
    @Override
    public void knock() throws SQLException {
        try (var connection = source.getConnection()) {
            var product = connection.getMetaData().getDatabaseProductName();
            if (product.equals("SQLite")) {
                throw new CannotOpen(
                        place, "is SQLite, whose file Chatterbox opens itself: name it in CHATTERBOX_DATABASE instead");
            }
            if (!product.equals("PostgreSQL")) {
                throw new CannotOpen(place, "is " + product + "; name a data source on PostgreSQL");
            }
        }
    }

    @Override
    public DataSource plain() {
        return source;
    }

    @Override
    public DataSource writers() {
        return source;
    }

    @Override
    public DataSource readers() {
        return source;
    }

    @Override
    public String beforeWriting() {
        return "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE";
    }

    @Override
    public String beforeReading() {
        return "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    }

    @Override
    public void close() {
        // The pool is the server's.
    }

    private static DataSource lookUp(Place place) {
        for (var prefix : place.name().contains(":") ? List.of("") : PREFIXES) {
            try {
                if (new InitialContext().lookup(prefix + place.name()) instanceof DataSource found) {
                    return found;
                }
                throw new CannotOpen(place, "is no data source; name one");
            } catch (NamingException notHere) {
                // No such name, a scheme that this server does not know, or a resource that it cannot make.
            }
        }
        throw new CannotOpen(place, "is unknown to the server; define that data source there, or mend the name");
    }

    /** Each server has its own words for a pool that is exhausted and a database that is away: both pass. */
    private static Connection connection(DataSource pool) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException fault) {
            throw new SQLTransientConnectionException("The server gives no connection", fault);
        }
    }
}
