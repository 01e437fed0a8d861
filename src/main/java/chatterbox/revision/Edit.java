package chatterbox.revision;

import java.nio.charset.StandardCharsets;

import jakarta.persistence.EntityManager;

import chatterbox.history.Messages;
import chatterbox.history.TextIndex;
import chatterbox.history.Version;
import chatterbox.journal.Position;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Another text, by the author alone. Whom the message names was settled with its posting. */
final class Edit extends Change {
    private static final int ENVELOPE = 200;

    private final String text;
    private final TextIndex index;

    Edit(Target target, String text, TextIndex index) {
        super(target);
        this.text = text;
        this.index = index;
    }

    @Override
    public int size() {
        return ENVELOPE + text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Event.Edited fact(Position position) {
        return new Event.Edited(target.room(), position.seq(), target.seq(), text, position.at());
    }

    @Override
    boolean isNeeded(EntityManager transaction) {
        var message = target.require(transaction);
        if (!message.author().equals(target.by())) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return !message.text().equals(text);
    }

    @Override
    void make(EntityManager transaction, Position position) {
        var message = target.require(transaction);
        if (Messages.versions(transaction, target.room(), target.seq()).isEmpty()) {
            transaction.persist(new Version(message.event()));
        }
        transaction.persist(new Version(fact(position)));
        message.edit(text, position.at());
        index.changed(transaction, message.event());
    }
}
