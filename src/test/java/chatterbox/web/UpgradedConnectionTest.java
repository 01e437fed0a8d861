package chatterbox.web;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.WebConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UpgradedConnectionTest {
    private final Server server = new Server();
    private final Queue<Runnable> lines = new ArrayDeque<>();
    private final UpgradedConnection connection = new UpgradedConnection(server, lines::add);
    private final List<String> heard = new ArrayList<>();
    private final List<Boolean> sent = new ArrayList<>();

    @Test
    void goes_back_on_a_thread_of_ours_when_the_client_has_answered() throws Exception {
        upgrade();
        connection.close();
        assertThat(lines).isEmpty();

        server.reader.onDataAvailable();

        assertThat(server.did).isEmpty();
        runLines();
        assertThat(server.did).containsExactly("close");
        assertThat(heard).isEmpty();
    }

    @Test
    void goes_back_when_the_client_does_not_answer() throws Exception {
        var closed = new ArrayDeque<Runnable>();
        var waiting = new UpgradedConnection(server, work -> {
            synchronized (closed) {
                closed.add(work);
                closed.notifyAll();
            }
        });
        waiting.listen();

        waiting.close();

        synchronized (closed) {
            while (closed.isEmpty()) {
                closed.wait();
            }
        }
    }

    @Test
    void stays_as_long_as_the_handshake_lasts() throws Exception {
        server.reads = false;
        connection.send(new byte[1], sent::add);
        server.writer.onError(new IOException("gone"));
        connection.close();
        assertThat(lines).isEmpty();

        connection.listen();

        assertThat(lines).hasSize(1);
    }

    @Test
    void stays_as_long_as_somebody_is_in_it() throws Exception {
        upgrade();
        server.duringWrite = () -> {
            connection.close();
            answer();
            assertThat(lines).isEmpty();
        };

        connection.getOutputStream().write(new byte[] {1});

        assertThat(lines).hasSize(1);
    }

    @Test
    void is_closed_for_whoever_comes_later() throws Exception {
        upgrade();
        var input = connection.getInputStream();
        var output = connection.getOutputStream();
        connection.close();
        server.did.clear();

        assertThatThrownBy(() -> output.write(1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> output.write(new byte[1])).isInstanceOf(IOException.class);
        assertThatThrownBy(input::read).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> input.read(new byte[1])).isInstanceOf(IOException.class);
        assertThatThrownBy(input::available).isInstanceOf(IOException.class);
        assertThat(input.isReady()).isFalse();
        assertThat(output.isReady())
                .as("so that a write fails, rather than waits")
                .isTrue();
        assertThat(server.did).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void nothing_is_listened_to_once_it_is_closed() throws Exception {
        connection.getInputStream().setReadListener(new Reader());
        connection.close();

        connection.listen();

        assertThat(server.reader).isNull();
    }

    @Test
    void a_line_that_is_not_read_is_waited_for() throws Exception {
        upgrade();
        server.reads = false;
        connection.close();
        answer();

        runLines();

        assertThat(server.did).containsExactly("write", "close");
    }

    @Test
    void a_line_that_is_lost_is_not_written_to() throws Exception {
        upgrade();
        server.reads = false;
        server.reader.onError(new IOException("gone"));
        connection.close();

        runLines();

        assertThat(heard).containsExactly("error");
        assertThat(server.did).containsExactly("close");
    }

    @Test
    void whoever_reads_is_written_to_at_once() throws Exception {
        upgrade();

        connection.send("one".getBytes(), sent::add);

        assertThat(server.written).isEqualTo("one");
        assertThat(sent).containsExactly(true);
    }

    @Test
    void what_is_not_read_waits_and_goes_out_in_order() throws Exception {
        upgrade();
        server.reads = false;
        connection.send("one".getBytes(), sent::add);
        connection.getOutputStream().write("two".getBytes());
        assertThat(server.written).isEmpty();
        assertThat(sent).isEmpty();

        server.reads = true;
        connection.send("three".getBytes(), sent::add);
        assertThat(server.written).as("it does not overtake").isEmpty();
        server.writer.onWritePossible();

        assertThat(server.written).isEqualTo("onetwothree");
        assertThat(sent).containsExactly(true, true);
    }

    @Test
    void who_asks_for_more_than_they_read_is_answered_no_more() throws Exception {
        upgrade();
        server.reads = false;
        var pong = new byte[100_000];
        for (int n = 0; n < 3; n++) {
            connection.getOutputStream().write(pong);
        }

        assertThatThrownBy(() -> connection.getOutputStream().write(pong)).isInstanceOf(IOException.class);
    }

    @Test
    void what_waits_on_a_lost_line_has_failed() throws Exception {
        upgrade();
        server.reads = false;
        connection.send("one".getBytes(), sent::add);

        server.writer.onError(new IOException("gone"));

        assertThat(sent).containsExactly(false);
    }

    @Test
    void nothing_is_sent_on_a_closed_line() throws Exception {
        upgrade();
        connection.close();

        connection.send("one".getBytes(), sent::add);

        assertThat(sent).containsExactly(false);
        assertThat(server.did).isEmpty();
    }

    private void upgrade() throws IOException {
        connection.getInputStream().setReadListener(new Reader());
        connection.getOutputStream();
        connection.listen();
    }

    private void answer() {
        try {
            server.reader.onDataAvailable();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void runLines() {
        while (!lines.isEmpty()) {
            lines.remove().run();
        }
    }

    private final class Reader implements ReadListener {
        @Override
        public void onDataAvailable() {
            heard.add("data");
        }

        @Override
        public void onAllDataRead() {
            heard.add("end");
        }

        @Override
        public void onError(Throwable failure) {
            heard.add("error");
        }
    }

    /** What the server has below, and what was done with it. */
    @SuppressWarnings("try") // that close() may throw anything is the interface's doing
    private static final class Server implements WebConnection {
        final List<String> did = new ArrayList<>();
        ReadListener reader;
        WriteListener writer;
        boolean reads = true;
        String written = "";
        Runnable duringWrite = () -> {};

        @Override
        public void close() {
            did.add("close");
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    did.add("finished?");
                    return false;
                }

                @Override
                public boolean isReady() {
                    did.add("ready?");
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    reader = listener;
                }

                @Override
                public int read() {
                    did.add("read");
                    return -1;
                }
            };
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return reads;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    writer = listener;
                }

                @Override
                public void write(int one) {
                    did.add("write");
                    duringWrite.run();
                }

                @Override
                public void write(byte[] bytes, int offset, int length) {
                    did.add("write");
                    written += new String(bytes, offset, length);
                    duringWrite.run();
                }
            };
        }
    }
}
