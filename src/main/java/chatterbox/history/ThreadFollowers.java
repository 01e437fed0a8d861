package chatterbox.history;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Event;

/** Whoever knows who follows a thread: a port. It is told of every reply inside the transaction that writes it, on the journal's thread. */
public interface ThreadFollowers {
    /** A reply was posted in the thread under this message. */
    void replied(EntityManager transaction, Message root, Event.Message reply);
}
