package chatterbox.reading;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.journal.Journal;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Memberships;
import chatterbox.room.ReadUpTo;
import chatterbox.room.ReadUpTo.Move;
import chatterbox.room.Rooms;

/**
 * Moves people's markers. Reading moves one forward only, so that a device that lags behind takes nothing back; marking as
 * unread says so. A marker that would stay where it is makes no fact.
 */
@Singleton
public final class Reading {
    private final Memberships memberships;
    private final Rooms rooms;
    private final Journal journal;

    @Inject
    public Reading(Memberships memberships, Rooms rooms, Journal journal) {
        this.memberships = memberships;
        this.rooms = rooms;
        this.journal = journal;
    }

    /** The stage completes after the commit, or exceptionally with a {@link Refusal}. */
    public CompletionStage<?> read(String username, String room, long upTo) {
        return move(username, room, upTo, Move.FORWARD);
    }

    /** As {@link #read}: this message and what follows are unread again. */
    public CompletionStage<?> unread(String username, String room, long from) {
        return move(username, room, from - 1, Move.EITHER_WAY);
    }

    private CompletionStage<?> move(String username, String room, long upTo, Move move) {
        memberships.require(room, username);
        var moved = rooms.reading(room, username, upTo, move);
        return moved.isEmpty()
                ? CompletableFuture.completedStage(null)
                : journal.append(new ReadUpTo(username, moved.get(), move)).handle(Reading::unlessBehind);
    }

    /** Another device was faster, and further. */
    private static Object unlessBehind(Object appended, Throwable failure) {
        if (failure == null || failure instanceof Refusal refusal && refusal.reason() == Reason.CONFLICT) {
            return appended;
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
