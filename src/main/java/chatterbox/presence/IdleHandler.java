package chatterbox.presence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;

/** {@code idle}: counts for the socket that it came on, without an answer. */
@Singleton
final class IdleHandler implements CommandHandler<Command.Idle> {
    private final Presence presence;

    @Inject
    IdleHandler(Presence presence) {
        this.presence = presence;
    }

    @Override
    public Class<Command.Idle> command() {
        return Command.Idle.class;
    }

    @Override
    public void handle(Command.Idle command, Asker asker) {
        presence.turn(asker, command.idle());
    }
}
