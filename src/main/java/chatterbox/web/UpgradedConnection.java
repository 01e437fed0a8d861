package chatterbox.web;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;

import chatterbox.outbox.Line;

/**
 * An upgraded connection that nobody touches any more once it is given back, for GlassFish and Payara. Three things of theirs
 * are in the way of a plain close:
 *
 * <ul>
 *   <li>They use a request and its buffers for the next caller as soon as the connection is closed, while Tyrus may still be
 *       reading from them, or about to write what waits for somebody slow: that would then be read from, or written to,
 *       somebody else's line. So the connection goes back only when the last thread has left it; whoever comes later finds
 *       it closed; and it goes back on a thread of ours, where no other request is ever answered: what a thread gave back
 *       only the same thread uses again.
 *   <li>Whatever the client says after that they take for its handshake, once more. Each client does say something: it
 *       answers the close frame. So that is waited for.
 *   <li>A line that is not read stays, and the next handshake of that kind holds one of the server's threads until somebody
 *       reads. So such a line is kept until it is read or the server's time for writing is over, which cuts it.
 * </ul>
 *
 * <p>Safe for threads.
 */
@SuppressWarnings("try") // that close() may throw anything is the interface's doing
final class UpgradedConnection extends Line implements WebConnection {
    private static final Logger LOG = System.getLogger(UpgradedConnection.class.getName());

    private static final long ANSWER_MILLIS = 1_000;

    /** Some frames of ours, and the answers to many pings. */
    private static final int MOST_WAITING_BYTES = 262_144;

    private final WebConnection connection;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private Input input;
    private Output output;

    /** The handshake's thread is the first. */
    private int inside = 1;

    private boolean closed;
    private boolean gone;

    /**
     * @param lines threads of ours that close connections; one that is not read takes the server's time for writing
     */
    UpgradedConnection(WebConnection connection, Executor lines) {
        this.connection = connection;
        left.thenCombine(answered, (one, other) -> null).thenRunAsync(this::giveBack, lines);
    }

    @Override
    public void send(byte[] frame, Consumer<Boolean> done) {
        try {
            out().put(frame, done);
        } catch (IOException | RuntimeException gone) { // the server's, once a line is lost
            LOG.log(Level.DEBUG, "A send failed", gone);
            done.accept(false);
        }
    }

    /** Lets what comes in be taken, once the handshake is over. */
    void listen() {
        try {
            Input ready;
            synchronized (this) {
                ready = closed ? null : input;
            }
            if (ready != null) {
                ready.listen();
            }
        } finally {
            leave();
        }
    }

    @Override
    public synchronized ServletInputStream getInputStream() throws IOException {
        if (input == null) {
            input = new Input(connection.getInputStream());
        }
        return input;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return out();
    }

    private synchronized Output out() throws IOException {
        if (output == null) {
            output = new Output(connection.getOutputStream());
        }
        return output;
    }

    @Override
    public void close() {
        boolean last;
        synchronized (this) {
            closed = true;
            last = inside == 0;
        }
        answered.completeOnTimeout(null, ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        if (last) {
            left.complete(null);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean enter() {
        if (closed) {
            return false;
        }
        inside++;
        return true;
    }

    private void enterOrFail() throws IOException {
        if (!enter()) {
            throw new IOException("The connection was closed");
        }
    }

    private void leave() {
        boolean last;
        synchronized (this) {
            inside--;
            last = closed && inside == 0;
        }
        if (last) {
            left.complete(null);
        }
    }

    private void giveBack() {
        Output last;
        synchronized (this) {
            last = gone ? null : output;
        }
        try {
            if (last != null && !last.stream.isReady()) {
                last.waitAtTheEnd();
            }
            connection.close();
        } catch (Exception failure) { // as the interface has it
            LOG.log(Level.DEBUG, "A connection could not be closed in order", failure);
        }
    }

    /** The server closes it then. */
    private void lose() {
        synchronized (this) {
            gone = true;
        }
        answered.complete(null);
    }

    private interface Callback {
        void run() throws IOException;
    }

    private void call(Callback callback) throws IOException {
        if (enter()) {
            try {
                callback.run();
            } finally {
                leave();
            }
        }
    }

    /**
     * For each message Tyrus schedules a task, and Payara and GlassFish then search every jar of the thread's context class
     * loader for context providers: as long as that takes, nothing else is done for this client. The platform's has no jars.
     */
    private static void withoutApplication(Callback callback) throws IOException {
        var thread = Thread.currentThread();
        var application = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            callback.run();
        } finally {
            thread.setContextClassLoader(application);
        }
    }

    /** Whatever comes in while we close is the answer to it. */
    private void hear(Callback callback) throws IOException {
        try {
            call(callback);
        } finally {
            if (isClosed()) {
                answered.complete(null);
            }
        }
    }

    private final class Input extends ServletInputStream {
        private final ServletInputStream stream;
        private ReadListener listener;

        Input(ServletInputStream stream) {
            this.stream = stream;
        }

        void listen() {
            if (listener != null) {
                stream.setReadListener(listener);
            }
        }

        /** From here on it waits for {@link UpgradedConnection#listen}. */
        @Override
        public void setReadListener(ReadListener reader) {
            listener = new ReadListener() {
                @Override
                public void onDataAvailable() throws IOException {
                    hear(() -> withoutApplication(reader::onDataAvailable));
                }

                @Override
                public void onAllDataRead() throws IOException {
                    hear(reader::onAllDataRead);
                }

                @Override
                public void onError(Throwable failure) {
                    lose();
                    reader.onError(failure);
                }
            };
        }

        @Override
        public boolean isFinished() {
            if (!enter()) {
                return true;
            }
            try {
                return stream.isFinished();
            } finally {
                leave();
            }
        }

        @Override
        public boolean isReady() {
            if (!enter()) {
                return false;
            }
            try {
                return stream.isReady();
            } finally {
                leave();
            }
        }

        @Override
        public int read() throws IOException {
            enterOrFail();
            try {
                return stream.read();
            } finally {
                leave();
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            enterOrFail();
            try {
                return stream.read(buffer, offset, length);
            } finally {
                leave();
            }
        }

        @Override
        public int available() throws IOException {
            enterOrFail();
            try {
                return stream.available();
            } finally {
                leave();
            }
        }
    }

    /**
     * What goes out: Tyrus' own frames and ours, each whole, in the order in which they come. Tyrus may always write, for it
     * keeps without bounds what it may not.
     */
    private final class Output extends ServletOutputStream implements WriteListener {
        private final ServletOutputStream stream;
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int waitingBytes;
        private boolean listening;

        Output(ServletOutputStream stream) {
            this.stream = stream;
        }

        /** The server waits at a close only for what was written without asking; what follows a close frame is ignored. */
        void waitAtTheEnd() {
            try {
                stream.write(0);
            } catch (IOException lost) {
                LOG.log(Level.DEBUG, "Nobody is there any more", lost);
            }
        }

        private void put(byte[] frame, Consumer<Boolean> done) throws IOException {
            enterOrFail();
            try {
                if (writeOrWait(frame, done)) {
                    done.accept(true);
                }
            } finally {
                leave();
            }
        }

        private synchronized boolean writeOrWait(byte[] frame, Consumer<Boolean> done) throws IOException {
            if (waiting.isEmpty() && stream.isReady()) {
                write0(frame);
                return true;
            }
            if (waitingBytes > MOST_WAITING_BYTES) {
                throw new IOException("More is asked than read");
            }
            waiting.add(new Waiting(frame, done));
            waitingBytes += frame.length;
            if (!listening) {
                listening = true;
                stream.setWriteListener(this);
            }
            return false;
        }

        private void write0(byte[] frame) throws IOException {
            stream.write(frame, 0, frame.length);
            stream.flush();
        }

        @Override
        public void onWritePossible() throws IOException {
            call(() -> {
                for (var next = writeNext(); next != null; next = writeNext()) {
                    next.done().accept(true);
                }
            });
        }

        private synchronized Waiting writeNext() throws IOException {
            if (waiting.isEmpty() || !stream.isReady()) {
                return null;
            }
            var next = waiting.poll();
            waitingBytes -= next.frame().length;
            write0(next.frame());
            return next;
        }

        @Override
        public void onError(Throwable failure) {
            lose();
            List<Waiting> lost;
            synchronized (this) {
                lost = List.copyOf(waiting);
                waiting.clear();
            }
            lost.forEach(frame -> frame.done().accept(false));
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener never) {
            // It is always ready.
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            put(Arrays.copyOfRange(bytes, offset, offset + length), out -> {});
        }
    }

    private record Waiting(byte[] frame, Consumer<Boolean> done) {}
}
