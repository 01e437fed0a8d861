package chatterbox.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/**
 * Begins to listen to an upgraded connection only when the server's own handler is ready for what comes, and the thread of
 * the handshake has left. Tyrus, in GlassFish and Payara, listens first: when a client's first frame is there by then, the
 * thread that would make the handler ready waits in it for that, for ever, and a few quick clients take all the threads
 * of GlassFish. For what happens at the end see {@link UpgradedConnection}.
 *
 * <p>Public, since the server makes it.
 */
public final class PatientUpgrade implements HttpUpgradeHandler {
    /** By then the handshake's thread has left. */
    private static final long LEAVE_MILLIS = 10;

    private HttpUpgradeHandler handler;
    private Executor closer;

    /** Whether this handler has to be waited for. */
    static boolean isNeededFor(Class<? extends HttpUpgradeHandler> type) {
        return type.getName().startsWith("org.glassfish.tyrus.");
    }

    /**
     * @param server the server's own handler
     * @param patient see {@link UpgradedConnection}
     */
    void waitFor(HttpUpgradeHandler server, Executor patient) {
        handler = server;
        closer = patient;
    }

    @Override
    public void init(WebConnection connection) {
        var upgraded = new UpgradedConnection(connection, closer);
        try {
            upgraded.open(() -> handler.init(upgraded));
        } finally {
            CompletableFuture.delayedExecutor(LEAVE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(upgraded::listen);
        }
    }

    @Override
    public void destroy() {
        handler.destroy();
    }
}
