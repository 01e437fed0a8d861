package chatterbox.message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.AsyncResponse;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Answers requests whose outcome comes later, on threads of its own: the journal's writer must not wait for a client's
 * line. So many may wait at once; more are refused as busy, and so is one that waits too long.
 */
@Singleton
public class Answers {
    private static final int THREADS = 4;
    private static final int MOST = 2_000;
    private static final int PATIENCE_SECONDS = 20;

    private final Semaphore places = new Semaphore(MOST);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "chatterbox-answers");
        thread.setDaemon(true);
        return thread;
    });

    /** What the stage brings is the answer, or the failure. Throws a {@link Refusal} when too many wait. */
    public void send(AsyncResponse response, Supplier<? extends CompletionStage<?>> work) {
        if (!places.tryAcquire()) {
            throw busy();
        }
        response.setTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        response.setTimeoutHandler(late -> late.resume(busy()));
        begin(work).whenCompleteAsync((answer, failure) -> send(response, answer, failure), threads);
    }

    /** A no at once is answered like a later one: TomEE forgets what is thrown once it waits for an answer. */
    private static CompletionStage<?> begin(Supplier<? extends CompletionStage<?>> work) {
        try {
            return work.get();
        } catch (RuntimeException no) {
            return CompletableFuture.failedStage(no);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private void send(AsyncResponse response, Object answer, Throwable failure) {
        places.release();
        if (failure == null) {
            response.resume(answer);
        } else {
            response.resume(failure);
        }
    }

    private static Refusal busy() {
        return Refusal.of(Reason.BUSY).retryAfter(Duration.ofSeconds(1));
    }
}
