package chatterbox.message;

import java.nio.charset.StandardCharsets;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;

/** A message that passed every rule. */
record Posted(Draft draft, Source source) implements Entry {
    private static final int ENVELOPE = 200;

    @Override
    public StreamId stream() {
        return StreamId.room(draft.room());
    }

    @Override
    public int size() {
        return ENVELOPE + draft.text().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Event.Fact fact(Position position) {
        return message(position).event();
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        transaction.persist(message(position));
    }

    private Message message(Position position) {
        return new Message(draft, source.id(), position);
    }
}
