package chatterbox.message;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;

/** A message that passed every rule. */
record Posted(Draft draft, Optional<List<String>> mentions, Source source) implements Entry {
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
    public Event.Message fact(Position position) {
        return new Event.Message(
                draft.room(),
                position.seq(),
                source.id(),
                draft.author(),
                draft.text(),
                position.at(),
                draft.replyTo(),
                draft.thread(),
                Optional.of(true).filter(yes -> draft.also()),
                mentions,
                Optional.empty());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        transaction.persist(new Message(fact(position)));
    }
}
