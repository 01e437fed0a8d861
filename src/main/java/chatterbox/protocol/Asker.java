package chatterbox.protocol;

/** Whoever sent a command, and the way back to them. For any thread; an answer to somebody who has left is dropped. */
public interface Asker {
    String username();

    void answer(Event event);

    /** Answers no: a {@code Refusal} with its reason, anything else as an internal error, which is logged. */
    void refuse(Command command, Throwable why);
}
