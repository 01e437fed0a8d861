package chatterbox.message;

import jakarta.persistence.EntityManager;

import chatterbox.history.ThreadFollowers;
import chatterbox.history.Threads;
import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;

/** A message in a thread: what it takes beyond any other is only done for these. */
record Replied(Posted posted, long root, ThreadFollowers followers) implements Entry {
    @Override
    public StreamId stream() {
        return posted.stream();
    }

    @Override
    public Source source() {
        return posted.source();
    }

    @Override
    public int size() {
        return posted.size();
    }

    @Override
    public Event.Message fact(Position position) {
        return posted.fact(position);
    }

    /** The root may have been deleted since it was looked at. */
    @Override
    public void apply(EntityManager transaction, Position position) {
        var message = Threads.openRoot(transaction, position.stream().name(), root);
        posted.apply(transaction, position);
        var reply = fact(position);
        Threads.add(transaction, message, reply);
        followers.replied(transaction, message, reply);
    }
}
