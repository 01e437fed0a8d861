package chatterbox.revision;

import jakarta.persistence.EntityManager;

import chatterbox.history.Messages;
import chatterbox.history.Reaction;
import chatterbox.journal.Position;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A reaction, given or taken back. */
final class Reacting extends Change {
    private static final int MOST_EMOJI = 32;

    private final String emoji;
    private final Wish wish;

    Reacting(Target target, String emoji, Wish wish) {
        super(target);
        this.emoji = emoji;
        this.wish = wish;
    }

    @Override
    public Event.Reacted fact(Position position) {
        return new Event.Reacted(
                target.room(), position.seq(), target.seq(), emoji, target.by(), wish == Wish.ON, position.at());
    }

    @Override
    boolean isNeeded(EntityManager transaction) {
        var there = transaction.find(Reaction.class, key()) != null;
        if (wish == Wish.OFF) {
            target.find(transaction);
            return there;
        }
        target.require(transaction);
        return !there && hasRoom(transaction);
    }

    @Override
    void make(EntityManager transaction, Position position) {
        if (wish == Wish.ON) {
            transaction.persist(new Reaction(fact(position)));
        } else {
            transaction.remove(transaction.find(Reaction.class, key()));
        }
    }

    private boolean hasRoom(EntityManager transaction) {
        var reactions = Messages.reactions(transaction, target.room(), target.seq());
        if (reactions.size() >= MOST_EMOJI
                && reactions.stream().noneMatch(some -> some.emoji().equals(emoji))) {
            throw Refusal.of(Reason.MALFORMED).at("emoji");
        }
        return true;
    }

    private Reaction.Key key() {
        return new Reaction.Key(target.room(), target.seq(), emoji, target.by());
    }
}
