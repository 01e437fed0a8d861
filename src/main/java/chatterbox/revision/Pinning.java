package chatterbox.revision;

import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.journal.Position;
import chatterbox.protocol.Event;

/** A message that everybody in the room is to find again, or need not any more. */
final class Pinning extends Change {
    private final Wish wish;

    Pinning(Target target, Wish wish) {
        super(target);
        this.wish = wish;
    }

    @Override
    public Event.Pinned fact(Position position) {
        return new Event.Pinned(
                target.room(), position.seq(), target.seq(), wish == Wish.ON, target.by(), position.at());
    }

    @Override
    boolean isNeeded(EntityManager transaction) {
        return message(transaction).isPinned() != (wish == Wish.ON);
    }

    @Override
    void make(EntityManager transaction, Position position) {
        if (wish == Wish.ON) {
            message(transaction).pin(target.by());
        } else {
            message(transaction).unpin();
        }
    }

    /** One that was deleted is not pinned any more, and cannot be again. */
    private Message message(EntityManager transaction) {
        return wish == Wish.ON ? target.require(transaction) : target.find(transaction);
    }
}
