package chatterbox.web;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

/**
 * Begins to listen to an upgraded connection only when the server's own handler is ready for what comes, and the thread of
 * the handshake has left. Tyrus, in GlassFish and Payara, listens first: when a client's first frame is there by then, the
 * thread that would make the handler ready waits in it for that, for ever, and a few quick clients take all the threads
 * of GlassFish. And when that frame makes us close the socket while the thread is still there, the server uses its request
 * and response twice, for two callers at once.
 *
 * <p>Public, since the server makes it.
 */
public final class PatientUpgrade implements HttpUpgradeHandler {
    /** By then the handshake's thread has left. */
    private static final long LEAVE_MILLIS = 10;

    private HttpUpgradeHandler handler;

    /** Whether this handler has to be waited for. */
    static boolean isNeededFor(Class<? extends HttpUpgradeHandler> type) {
        return type.getName().startsWith("org.glassfish.tyrus.");
    }

    void waitFor(HttpUpgradeHandler server) {
        handler = server;
    }

    @Override
    public void init(WebConnection connection) {
        var patient = new Connection(connection);
        handler.init(patient);
        CompletableFuture.delayedExecutor(LEAVE_MILLIS, TimeUnit.MILLISECONDS).execute(patient::listen);
    }

    @Override
    public void destroy() {
        handler.destroy();
    }

    @SuppressWarnings("try") // that close() may throw anything is the interface's doing
    private static final class Connection implements WebConnection {
        private final WebConnection connection;
        private Input input;

        Connection(WebConnection connection) {
            this.connection = connection;
        }

        void listen() {
            if (input != null) {
                input.listen();
            }
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (input == null) {
                input = new Input(connection.getInputStream());
            }
            return input;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            return connection.getOutputStream();
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }

    private static final class Input extends ServletInputStream {
        private final ServletInputStream input;
        private ReadListener listener;

        Input(ServletInputStream input) {
            this.input = input;
        }

        void listen() {
            if (listener != null) {
                input.setReadListener(listener);
            }
        }

        @Override
        public void setReadListener(ReadListener later) {
            listener = later;
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public int read() throws IOException {
            return input.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return input.read(buffer, offset, length);
        }

        @Override
        public int available() throws IOException {
            return input.available();
        }

        @Override
        public void close() throws IOException {
            input.close();
        }
    }
}
