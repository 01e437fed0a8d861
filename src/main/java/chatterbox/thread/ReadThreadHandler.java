package chatterbox.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;

/** Reads threads over the socket: what comes of it is a fact of one's own stream, and only a no is answered. */
@Singleton
final class ReadThreadHandler implements CommandHandler<Command.ReadThread> {
    private final Following following;

    @Inject
    ReadThreadHandler(Following following) {
        this.following = following;
    }

    @Override
    public Class<Command.ReadThread> command() {
        return Command.ReadThread.class;
    }

    @Override
    public void handle(Command.ReadThread command, Asker asker) {
        following
                .read(asker.username(), command.room(), command.thread(), command.upTo())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        asker.refuse(command, failure);
                    }
                });
    }
}
