package chatterbox.journal;

/**
 * Told of every batch after its commit and after its acknowledgements: a port for whoever passes facts on. Called by one
 * thread a stream, in the order of the numbers, exactly once. While it runs, its lane gathers the next batch.
 */
public interface Committed {
    void committed(Batch batch);

    /**
     * Runs the acknowledgements and all batches of one commit. Its lane takes what came meanwhile when this returns, so
     * whoever waits here for what was passed on to go out makes the next commit, and what is sent for it, larger.
     */
    default void together(Runnable commit) {
        commit.run();
    }
}
