package chatterbox.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

/**
 * A pool as strict as the strictest server's: its connections cannot be unwrapped, what belongs to the pool cannot be set
 * on them, a failure is told in words alone, and each connection is looked at when it comes back.
 */
final class LentPool implements DirectSource {
    private static final Set<String> NOT_YOURS =
            Set.of("unwrap", "setReadOnly", "setTransactionIsolation", "setHoldability");

    private final DataSource database;
    private final int isolation;
    private final Semaphore free;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** So many connections, which have that isolation whenever nobody asks for another. */
    LentPool(DataSource database, int size, int isolation) {
        this.database = database;
        this.isolation = isolation;
        free = new Semaphore(size);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (away || !free.tryAcquire(500, TimeUnit.MILLISECONDS)) {
                throw new SQLException("Error in allocating a connection", new IllegalStateException("as servers do"));
            }
            return lent(connection());
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }

    /** From now on the database cannot be reached, or can again. */
    void setAway(boolean away) {
        this.away = away;
    }

    /** In what state connections came back that should not have. */
    List<String> faults() {
        return faults;
    }

    private Connection connection() throws SQLException {
        var connection = idle.poll();
        if (connection == null) {
            connection = database.getConnection();
            connection.setTransactionIsolation(isolation);
        }
        return connection;
    }

    private Connection lent(Connection connection) {
        var back = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                LentPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (back.compareAndSet(false, true)) {
                            takeBack(connection);
                        }
                        return null;
                    }
                    if (method.getName().equals("isClosed")) {
                        return back.get();
                    }
                    return call(connection, method, arguments);
                });
    }

    private Object call(Connection connection, Method method, Object... arguments) throws Throwable {
        if (NOT_YOURS.contains(method.getName())) {
            throw new SQLException(method.getName() + " is for the pool alone");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }

    private void takeBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            faults.add("within a transaction");
            connection.setAutoCommit(true);
        }
        if (connection.getTransactionIsolation() != isolation) {
            faults.add("with another isolation");
        }
        if (connection.isReadOnly()) {
            faults.add("read-only");
        }
        idle.push(connection);
        free.release();
    }
}
