package chatterbox.protocol;

/**
 * Carries out one kind of command: a port. Each feature brings the handlers of its commands; there is exactly one for
 * each command of the protocol, which a test proves.
 */
public interface CommandHandler<C extends Command> {
    Class<C> command();

    /**
     * Called on the socket's thread, one command of a socket after the other. A {@code Refusal} thrown is answered as
     * such; long work belongs elsewhere, its answer comes later.
     */
    void handle(C command, Asker asker);
}
