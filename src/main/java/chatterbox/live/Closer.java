package chatterbox.live;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Closes sockets on threads of its own: some servers wait for the other side, which may be the one that stalls. */
@Singleton
class Closer implements Executor {
    /** Open Liberty waits 5 s for somebody who does not read; more than one address may hold sockets by default. */
    private static final int THREADS = 64;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                var thread = new Thread(work, "chatterbox-closer");
                thread.setDaemon(true);
                return thread;
            });

    Closer() {
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable close) {
        threads.execute(close);
    }

    /** Lets the closes that were asked for go out. */
    @PreDestroy
    void stop() {
        threads.shutdown();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
