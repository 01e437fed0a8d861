package chatterbox.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.settings.LiveSettings;

/**
 * The few threads that drain all outboxes. Sending from the thread that broadcasts would be simpler and slower: where the
 * server sends at once, nothing would ever wait and so nothing would be joined.
 */
@Singleton
public class Senders {
    private static final Logger LOG = System.getLogger(Senders.class.getName());

    private final BlockingQueue<Outbox> ready = new LinkedBlockingQueue<>();
    private final List<Thread> threads;
    private final int limit;

    @Inject
    public Senders(LiveSettings settings) {
        limit = settings.outboxBytes();
        threads = IntStream.range(0, settings.senders()).mapToObj(this::thread).toList();
        threads.forEach(Thread::start);
    }

    public Outbox outbox(Transport transport) {
        return new Outbox(transport, this, limit);
    }

    @PreDestroy
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    void ready(Outbox outbox) {
        ready.add(outbox);
    }

    private Thread thread(int number) {
        var thread = new Thread(this::run, "chatterbox-sender-" + number);
        thread.setDaemon(true);
        // Tyrus schedules a task at every send, and Payara and GlassFish then search every jar of the thread's context
        // class loader for context providers. The platform's has none, which makes sending two to three times as fast.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        return thread;
    }

    private void run() {
        try {
            while (true) {
                drain(ready.take());
            }
        } catch (InterruptedException stopped) {
            ready.clear();
        }
    }

    private static void drain(Outbox outbox) {
        try {
            outbox.drain();
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "An outbox could not be drained", bug);
            outbox.end(Closing.FAULT);
        }
    }
}
