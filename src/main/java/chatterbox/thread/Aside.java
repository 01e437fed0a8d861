package chatterbox.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** One thread for what must keep neither the journal nor a socket waiting. */
@Singleton
public class Aside implements Executor {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "chatterbox-threads");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @PreDestroy
    void close() {
        executor.shutdown();
    }
}
