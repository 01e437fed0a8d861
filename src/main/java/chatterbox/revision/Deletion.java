package chatterbox.revision;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.history.Messages;
import chatterbox.history.TextIndex;
import chatterbox.history.Threads;
import chatterbox.history.Version;
import chatterbox.journal.Journal;
import chatterbox.journal.Position;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * The end of a message. Its text leaves every row and the log in one transaction; its place, its author and whom it named
 * stay, since others have counted it.
 */
final class Deletion extends Change {
    private final boolean anybodys;
    private final Journal journal;
    private final TextIndex index;
    private volatile Message message;
    private volatile Optional<Event.Replies> replies = Optional.empty();

    /** Of any message, for whoever leads the room; else of one's own. */
    Deletion(Target target, Allowed allowed, Journal journal, TextIndex index) {
        super(target);
        anybodys = allowed == Allowed.ANYBODYS;
        this.journal = journal;
        this.index = index;
    }

    /** Whose messages somebody may delete. */
    enum Allowed {
        ONES_OWN,
        ANYBODYS
    }

    @Override
    public Event.Deleted fact(Position position) {
        return new Event.Deleted(
                target.room(),
                position.seq(),
                target.seq(),
                message.author(),
                message.thread(),
                message.also(),
                replies,
                message.mentions(),
                target.by(),
                position.at());
    }

    @Override
    boolean isNeeded(EntityManager transaction) {
        message = target.find(transaction);
        if (!anybodys && !message.author().equals(target.by())) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return !message.isDeleted();
    }

    @Override
    void make(EntityManager transaction, Position position) {
        message.delete(target.by());
        journal.redact(transaction, stream(), message.event());
        forget(transaction, Messages.versions(transaction, target.room(), target.seq()));
        Messages.removeReactions(transaction, target.room(), target.seq());
        index.removed(transaction, target.room(), target.seq());
        replies = message.thread().flatMap(root -> Threads.remove(transaction, target.room(), root));
    }

    private void forget(EntityManager transaction, List<Version> versions) {
        for (var version : versions) {
            if (!version.isOriginal()) {
                journal.redact(transaction, stream(), version.emptied());
            }
            transaction.remove(version);
        }
    }
}
