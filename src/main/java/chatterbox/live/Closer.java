package chatterbox.live;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Closes sockets on threads of its own: some servers wait for the other side, which may be the one that stalls. */
@Singleton
public class Closer {
    /** Open Liberty waits 5 s for somebody who does not read; more than one address may hold sockets by default. */
    private static final int THREADS = 64;

    private final ThreadPoolExecutor sockets = pool("chatterbox-closer");

    /** Of their own, since GlassFish and Payara take 30 s for each that is not read. */
    private final ThreadPoolExecutor lines = pool("chatterbox-line-closer");

    private static ThreadPoolExecutor pool(String name) {
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    var thread = new Thread(work, name);
                    thread.setDaemon(true);
                    return thread;
                },
                (work, stopped) -> work.run());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Takes what says goodbye to a socket. */
    Executor ofSockets() {
        return sockets;
    }

    /** Takes what ends the line below a socket that was closed. */
    public Executor ofLines() {
        return lines;
    }

    /** Lets the closes that were asked for go out; a line that is not read is cut. */
    @PreDestroy
    void stop() {
        sockets.shutdown();
        lines.shutdownNow();
        try {
            sockets.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
