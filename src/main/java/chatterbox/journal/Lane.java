package chatterbox.journal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import chatterbox.persistence.Faults;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * One writer with a bounded queue: group commit.
 *
 * <p>The writer takes whatever waits, writes it in one transaction, answers, publishes, and takes again. While one batch
 * is being written the next one gathers, so batches grow with the load and a lone post waits for nobody. Who was answered
 * together writes again together: so for a moment it waits until as many have come as the last time. Invariants:
 *
 * <ul>
 *   <li>Nothing is answered before its commit, and nothing is published before it is answered.
 *   <li>A stream always goes through the same lane, so its batches are published in the order of their numbers.
 *   <li>A full queue refuses as busy before anything is done.
 *   <li>When the database cannot be reached, nobody knows whether the last commit was done. The batch is written again
 *       until there is an answer: whatever was stored is then found by its key and answered, not stored twice.
 *   <li>One bad entry fails alone: the batch is written again without it, or, where the database does not say which one
 *       it was, entry by entry.
 * </ul>
 */
final class Lane {
    private static final Logger LOG = System.getLogger(Lane.class.getName());
    /** A fraction of an outbox: readers that keep up are not run over by what was written at once. */
    private static final int MOST_BYTES = 131_072;

    /** Less than a commit to disk takes. */
    private static final Duration GATHER = Duration.ofMillis(2);

    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final BlockingQueue<Pending> queue;
    private final int most;
    private final GroupCommit commit;
    private final Consumer<GroupCommit.Result> settled;
    private final Consumer<GroupCommit.Result> committed;
    private final Consumer<Runnable> together;
    private final Thread writer;
    private int gathered;
    private volatile boolean stopping;

    Lane(
            String name,
            int queue,
            int most,
            GroupCommit commit,
            Consumer<GroupCommit.Result> settled,
            Consumer<GroupCommit.Result> committed,
            Consumer<Runnable> together) {
        this.queue = new ArrayBlockingQueue<>(queue);
        this.most = most;
        this.commit = commit;
        this.settled = settled;
        this.committed = committed;
        this.together = together;
        writer = new Thread(this::run, name);
        writer.setDaemon(true);
    }

    void start() {
        writer.start();
    }

    CompletionStage<Appended> append(Entry entry) {
        var pending = new Pending(entry);
        if (stopping || !queue.offer(pending) || cameTooLate(pending)) {
            pending.refuse(Refusal.of(Reason.BUSY).retryAfter(Duration.ofSeconds(1)));
        }
        return pending.outcome();
    }

    /** The writer may have looked into the queue for the last time just before the offer. */
    private boolean cameTooLate(Pending pending) {
        return stopping && !writer.isAlive() && queue.remove(pending);
    }

    /** Writes what waits, refuses what comes, and ends within ten seconds. */
    void stop() {
        stopping = true;
        try {
            writer.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty()) {
                var first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    writeOrFail(gather(first));
                }
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "The journal was interrupted; {0} entries were not written", queue.size());
        }
    }

    private List<Pending> gather(Pending first) throws InterruptedException {
        var batch = new ArrayList<Pending>();
        var size = 0;
        var deadline = System.nanoTime() + GATHER.toNanos();
        for (var next = first; next != null; next = isFull(batch, size) ? null : next(batch.size(), deadline)) {
            batch.add(next);
            size += next.entry().size();
        }
        gathered = batch.size();
        return batch;
    }

    private Pending next(int got, long deadline) throws InterruptedException {
        var next = queue.poll();
        return next != null || got >= gathered ? next : queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private boolean isFull(List<Pending> batch, int size) {
        return batch.size() >= most || size >= MOST_BYTES;
    }

    /** Whatever happens, the writer goes on: without it nobody would be answered any more. */
    private void writeOrFail(List<Pending> batch) throws InterruptedException {
        try {
            write(batch);
        } catch (Error fault) {
            LOG.log(Level.ERROR, "A batch could not be written", fault);
            batch.forEach(pending -> pending.refuse(fault));
        }
    }

    private void write(List<Pending> batch) throws InterruptedException {
        var again = false;
        while (!batch.isEmpty()) {
            try {
                var result = commit.write(batch);
                together.accept(() -> answer(batch, result));
                return;
            } catch (GroupCommit.EntryFailed failed) {
                failed.pending.refuse(failed.getCause());
                batch.remove(failed.pending);
            } catch (Refusal refusal) {
                if (refusal.reason() != Reason.BUSY || stopping) {
                    batch.forEach(pending -> pending.refuse(refusal));
                    return;
                }
                Thread.sleep(RETRY.toMillis());
            } catch (RuntimeException failure) {
                if (batch.size() == 1 && Faults.isDuplicate(failure) && !again) {
                    again = true; // Another lane stored the same id in the meantime; the next look finds it.
                } else {
                    writeOneByOne(batch, failure);
                    return;
                }
            }
        }
    }

    private void writeOneByOne(List<Pending> batch, RuntimeException failure) throws InterruptedException {
        if (batch.size() == 1) {
            batch.get(0).refuse(failure);
            return;
        }
        for (var pending : batch) {
            write(new ArrayList<>(List.of(pending)));
        }
    }

    private void answer(List<Pending> batch, GroupCommit.Result result) {
        tell(settled, result);
        for (var pending : batch) {
            answer(pending, result.outcomes().get(pending.key()));
        }
        tell(committed, result);
    }

    private static void tell(Consumer<GroupCommit.Result> listeners, GroupCommit.Result result) {
        try {
            listeners.accept(result);
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "A committed batch could not be published", bug);
        }
    }

    private static void answer(Pending pending, Appended outcome) {
        try {
            pending.outcome().complete(outcome.answerTo(pending.entry().source()));
        } catch (RuntimeException conflict) {
            pending.refuse(conflict);
        }
    }
}
