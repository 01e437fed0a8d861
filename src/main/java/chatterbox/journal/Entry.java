package chatterbox.journal;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Event;

/** Something to be written into a stream: a port, which each feature implements for its own facts. */
public interface Entry {
    StreamId stream();

    Source source();

    /** About how many bytes the fact takes as JSON; what a batch may take is bounded. A few hundred unless said. */
    default int size() {
        return 300;
    }

    /** What followers are told, and what the log keeps. Called once its place is known; must not fail. */
    Event.Fact fact(Position position);

    /**
     * Writes the feature's rows inside the journal's transaction, on the writer's thread: no waiting, no reading of more
     * than a few rows. An exception undoes this entry alone. It may be called again when a transaction is tried again.
     */
    void apply(EntityManager transaction, Position position);
}
