package chatterbox.thread;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.history.ThreadMarker;
import chatterbox.history.Threads;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Memberships;

/**
 * People follow threads, stop to, and read them. What is so already makes no fact. Every stage completes after the commit,
 * or exceptionally with a {@link Refusal}: {@code not-found} said of {@code room} or {@code thread}.
 */
@Singleton
public final class Following {
    private final Memberships memberships;
    private final Transactions transactions;
    private final Journal journal;
    private final Executor aside;

    @Inject
    public Following(Memberships memberships, Transactions transactions, Journal journal, Aside aside) {
        this.memberships = memberships;
        this.transactions = transactions;
        this.journal = journal;
        this.aside = aside;
    }

    /** What was said before counts as read. */
    public CompletionStage<?> follow(String username, String room, long root) {
        return change(new Seat(room, root, username), (before, all) -> before.following() ? before : all);
    }

    public CompletionStage<?> stop(String username, String room, long root) {
        return change(new Seat(room, root, username), (before, all) -> new ThreadMarker(false, before.upTo()));
    }

    /** Forward only, so that a device that lags behind takes nothing back; of a thread that one does not follow there is no marker. */
    public CompletionStage<?> read(String username, String room, long root, long upTo) {
        return change(
                new Seat(room, root, username),
                (before, all) -> before.following() && upTo > before.upTo()
                        ? new ThreadMarker(true, Math.max(before.upTo(), Math.min(upTo, all.upTo())))
                        : before);
    }

    /** Asks again when another device was faster: what it wished is to be seen first. */
    private CompletionStage<?> change(Seat seat, BinaryOperator<ThreadMarker> wish) {
        memberships.require(seat.room(), seat.username());
        var marking = transactions.read(transaction -> {
            Threads.root(transaction, seat.room(), seat.root())
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("thread"));
            var head = journal.head(transaction, StreamId.room(seat.room()));
            var before = seat.marker(transaction);
            return Optional.of(wish.apply(before, new ThreadMarker(true, head)))
                    .filter(after -> !after.equals(before))
                    .map(after -> Marking.of(transaction, seat, after, head));
        });
        return marking.isEmpty()
                ? CompletableFuture.completedStage(null)
                : journal.append(marking.get())
                        .<CompletionStage<?>>handleAsync((done, failure) -> outcome(seat, wish, failure), aside)
                        .thenCompose(last -> last);
    }

    private CompletionStage<?> outcome(Seat seat, BinaryOperator<ThreadMarker> wish, Throwable failure) {
        if (failure instanceof Refusal refusal && refusal.reason() == Reason.CONFLICT) {
            return change(seat, wish);
        }
        return failure == null ? CompletableFuture.completedStage(null) : CompletableFuture.failedStage(failure);
    }
}
