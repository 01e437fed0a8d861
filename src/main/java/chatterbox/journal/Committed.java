package chatterbox.journal;

/**
 * Told of every batch after its commit and after its acknowledgements: a port for whoever passes facts on. Called by one
 * thread a stream, in the order of the numbers, exactly once. While it runs, its lane gathers the next batch.
 */
public interface Committed {
    void committed(Batch batch);
}
