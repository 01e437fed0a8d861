package chatterbox.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What is open, to be closed the other way round. One that cannot be closed does not keep the others. For one thread. */
final class Opened {
    private static final Logger LOG = System.getLogger(Opened.class.getName());

    private final Deque<Runnable> closings = new ArrayDeque<>();

    <T> T add(T thing, Consumer<T> close) {
        closings.push(() -> close.accept(thing));
        return thing;
    }

    /** May be done twice. */
    void close() {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException fault) {
                LOG.log(Level.WARNING, "Something could not be closed", fault);
            }
        }
    }
}
