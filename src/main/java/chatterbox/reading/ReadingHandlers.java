package chatterbox.reading;

import java.util.concurrent.CompletionStage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;

/** Markers over the socket: what comes of it is a fact of one's own stream, and only a no is answered. */
final class ReadingHandlers {
    private ReadingHandlers() {}

    private static void refuse(CompletionStage<?> moved, Command command, Asker asker) {
        moved.whenComplete((done, failure) -> {
            if (failure != null) {
                asker.refuse(command, failure);
            }
        });
    }

    @Singleton
    static final class Read implements CommandHandler<Command.Read> {
        private final Reading reading;

        @Inject
        Read(Reading reading) {
            this.reading = reading;
        }

        @Override
        public Class<Command.Read> command() {
            return Command.Read.class;
        }

        @Override
        public void handle(Command.Read command, Asker asker) {
            refuse(reading.read(asker.username(), command.room(), command.upTo()), command, asker);
        }
    }

    @Singleton
    static final class Unread implements CommandHandler<Command.Unread> {
        private final Reading reading;

        @Inject
        Unread(Reading reading) {
            this.reading = reading;
        }

        @Override
        public Class<Command.Unread> command() {
            return Command.Unread.class;
        }

        @Override
        public void handle(Command.Unread command, Asker asker) {
            refuse(reading.unread(asker.username(), command.room(), command.from()), command, asker);
        }
    }
}
