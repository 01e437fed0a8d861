package chatterbox.history;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Event;

/**
 * Whatever finds messages by their words: a port. It is told of every text inside the transaction that writes it, on the
 * journal's thread, so what it keeps is never out of step.
 */
public interface TextIndex {
    /** A message is there. Reads nothing: it is called for each post. */
    void added(EntityManager transaction, Event.Message message);

    /** A message has another text. */
    void changed(EntityManager transaction, Event.Message message);

    /** A message has no text any more. */
    void removed(EntityManager transaction, String room, long seq);
}
