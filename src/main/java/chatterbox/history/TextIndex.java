package chatterbox.history;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Event;

/**
 * Whatever finds messages by their words: a port. Of new messages it learns by itself; it is told of every other text inside
 * the transaction that writes it, on the journal's thread, so what was changed is never found by what it was.
 */
public interface TextIndex {
    /** A message has another text. */
    void changed(EntityManager transaction, Event.Message message);

    /** A message has no text any more. */
    void removed(EntityManager transaction, String room, long seq);
}
