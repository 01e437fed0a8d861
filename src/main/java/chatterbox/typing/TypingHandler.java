package chatterbox.typing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.fanout.FanOut;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;
import chatterbox.protocol.Event;
import chatterbox.room.Memberships;

/** {@code typing}: passed on to the room's followers, without an answer. */
@Singleton
final class TypingHandler implements CommandHandler<Command.Typing> {
    /** Where more people look, somebody is always writing, and telling each of each would cost more than the messages. */
    private static final int MOST_FOLLOWERS = 200;

    private final FanOut fanOut;
    private final Memberships memberships;

    @Inject
    TypingHandler(FanOut fanOut, Memberships memberships) {
        this.fanOut = fanOut;
        this.memberships = memberships;
    }

    @Override
    public Class<Command.Typing> command() {
        return Command.Typing.class;
    }

    @Override
    public void handle(Command.Typing command, Asker asker) {
        memberships.requireVoice(command.room(), asker.username());
        fanOut.tell(StreamId.room(command.room()), new Event.Typing(command.room(), asker.username()), MOST_FOLLOWERS);
    }
}
