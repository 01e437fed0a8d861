package chatterbox.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    /** What the thread gathers that broadcasts. */
    private final ThreadLocal<List<Outbox>> gathering = new ThreadLocal<>();

    private final Backlog backlog = new Backlog();
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

    /**
     * Runs what offers to many, and begins to send only when that is done: what is offered to the same outbox twice goes out
     * as one frame. Then waits until it has been sent, but never for those who do not read and {@code most} milliseconds at
     * the utmost: whatever comes meanwhile gathers, so under load there are fewer and fuller frames.
     */
    public void gather(Runnable broadcast, long most) {
        var gathered = new ArrayList<Outbox>();
        gathering.set(gathered);
        try {
            broadcast.run();
        } finally {
            gathering.remove();
            enqueue(gathered);
        }
        backlog.awaitNone(most);
    }

    void ready(Outbox outbox) {
        var gathered = gathering.get();
        if (gathered == null) {
            enqueue(List.of(outbox));
        } else {
            gathered.add(outbox);
        }
    }

    private void enqueue(List<Outbox> outboxes) {
        backlog.add(outboxes.size());
        ready.addAll(outboxes);
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
                backlog.done();
            }
        } catch (InterruptedException stopped) {
            ready.clear();
        }
    }

    /** How many outboxes wait for a sender thread or are in one's hands. */
    private static final class Backlog {
        private int size;

        synchronized void add(int more) {
            size += more;
        }

        synchronized void done() {
            size--;
            if (size == 0) {
                notifyAll();
            }
        }

        synchronized void awaitNone(long most) {
            var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(most);
            try {
                while (size > 0) {
                    var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                    if (left <= 0) {
                        return;
                    }
                    wait(left);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
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
