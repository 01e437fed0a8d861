package chatterbox.journal;

/**
 * Told of every batch after its commit and, unless it comes {@link #first}, after its acknowledgements: a port for whoever passes facts on. Called by one
 * thread a stream, in the order of the numbers, exactly once. While it runs, its lane gathers the next batch.
 */
public interface Committed {
    void committed(Batch batch);

    /**
     * Whether it is told before the acknowledgements: for what has to be true when somebody hears that a change is done.
     * It must be quick, since they wait.
     */
    default boolean first() {
        return false;
    }

    /**
     * Runs the acknowledgements and all batches of one commit. Its lane takes what came meanwhile when this returns, so
     * whoever waits here for what was passed on to go out makes the next commit, and what is sent for it, larger.
     */
    default void together(Runnable commit) {
        commit.run();
    }
}
