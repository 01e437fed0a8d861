package chatterbox.web;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;

import static org.assertj.core.api.Assertions.assertThat;

class PatientUpgradeTest {
    /** As Tyrus does it: whatever is there by now is waited for by the thread that lets it be taken. */
    @Test
    void what_a_client_sends_at_once_is_taken_when_the_server_is_ready_for_it() throws Exception {
        var ready = new CountDownLatch(1);
        var taken = new CountDownLatch(1);
        var upgrade = new PatientUpgrade();
        upgrade.waitFor(new Listening(ready, taken), Runnable::run);

        upgrade.init(new Impatient());

        assertThat(ready.getCount()).isZero();
        assertThat(taken.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private record Listening(CountDownLatch ready, CountDownLatch taken) implements HttpUpgradeHandler, ReadListener {
        @Override
        public void init(WebConnection connection) {
            try {
                connection.getInputStream().setReadListener(this);
                ready.countDown();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onDataAvailable() throws IOException {
            assertThat(ready.getCount()).as("it would wait for itself").isZero();
            taken.countDown();
        }

        @Override
        public void onAllDataRead() {
            throw new IllegalStateException();
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void destroy() {
            throw new IllegalStateException();
        }
    }

    /** Its first frame is there already. */
    @SuppressWarnings("try") // that close() may throw anything is the interface's doing
    private static final class Impatient extends ServletInputStream implements WebConnection {
        @Override
        public ServletInputStream getInputStream() {
            return this;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            throw new IllegalStateException();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public int read() {
            return -1;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
