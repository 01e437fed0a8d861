package chatterbox.revision;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;

/** One change to a message. Nothing is added to the log when all is as it should be: it is asked again while it is written. */
abstract class Change implements Entry {
    final Target target;
    private final Source source;

    Change(Target target) {
        this.target = target;
        source = target.source();
    }

    /** Whether there is something to change; or a {@code Refusal} when this may not be. */
    abstract boolean isNeeded(EntityManager transaction);

    /** Changes the rows; it is needed. */
    abstract void make(EntityManager transaction, Position position);

    @Override
    public final StreamId stream() {
        return StreamId.room(target.room());
    }

    @Override
    public final Source source() {
        return source;
    }

    @Override
    public final void apply(EntityManager transaction, Position position) {
        if (!isNeeded(transaction)) {
            throw new NotNeeded();
        }
        make(transaction, position);
    }

    /** Somebody else made the same change a moment before. */
    static final class NotNeeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotNeeded() {
            super(null, null, false, false);
        }
    }
}
