package chatterbox.live;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.fanout.FanOut;
import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Memberships;

/** Following, and no longer following, a room that one is a member of or one's own user stream. */
final class Following {
    private Following() {}

    /** {@code follow}: answered with {@code followed} and what was missed, or with {@code reset}. */
    @Singleton
    static final class Follow implements CommandHandler<Command.Follow> {
        private final FanOut fanOut;
        private final Memberships memberships;

        @Inject
        Follow(FanOut fanOut, Memberships memberships) {
            this.fanOut = fanOut;
            this.memberships = memberships;
        }

        @Override
        public Class<Command.Follow> command() {
            return Command.Follow.class;
        }

        @Override
        public void handle(Command.Follow command, Asker asker) {
            if (command.after().orElse(0L) < 0) {
                throw Refusal.of(Reason.MALFORMED).at("after");
            }
            var session = (LiveSession) asker;
            var stream = stream(command.room(), command.user());
            authorise(stream, session);
            session.follow(
                    stream,
                    outbox -> fanOut.follow(stream, outbox, command.after(), command.epoch()),
                    fanOut::unfollow);
        }

        private void authorise(StreamId stream, LiveSession session) {
            if (stream.isRoom()) {
                memberships.require(stream.name(), session.username());
            } else if (!stream.name().equals(session.username())) {
                throw Refusal.of(Reason.NOT_FOUND).at("user");
            }
        }
    }

    /** {@code unfollow}: no answer; of a stream that is not followed, nothing happens. */
    @Singleton
    static final class Unfollow implements CommandHandler<Command.Unfollow> {
        private final FanOut fanOut;

        @Inject
        Unfollow(FanOut fanOut) {
            this.fanOut = fanOut;
        }

        @Override
        public Class<Command.Unfollow> command() {
            return Command.Unfollow.class;
        }

        @Override
        public void handle(Command.Unfollow command, Asker asker) {
            ((LiveSession) asker).unfollow(stream(command.room(), command.user()), fanOut::unfollow);
        }
    }

    /** Whoever is no longer a member hears nothing more of the room. */
    @Singleton
    static final class Leaving implements Committed {
        private final FanOut fanOut;
        private final SessionRegistry registry;

        @Inject
        Leaving(FanOut fanOut, SessionRegistry registry) {
            this.fanOut = fanOut;
            this.registry = registry;
        }

        @Override
        public void committed(Batch batch) {
            if (batch.stream().isRoom()) {
                batch.entries().stream()
                        .filter(entry -> entry.tells(Event.Left.class))
                        .map(entry -> Codec.read(Event.Left.class, entry.json()))
                        .forEach(left -> cut(batch.stream(), left.username()));
            }
        }

        private void cut(StreamId room, String username) {
            registry.forEach(session -> {
                if (session.username().equals(username)) {
                    session.unfollow(room, fanOut::unfollow);
                }
            });
        }
    }

    private static StreamId stream(Optional<String> room, Optional<String> user) {
        if (room.isPresent() == user.isPresent()) {
            throw Refusal.of(room.isPresent() ? Reason.MALFORMED : Reason.MISSING)
                    .at("room");
        }
        return room.map(StreamId::room).orElseGet(() -> StreamId.user(user.orElseThrow()));
    }
}
