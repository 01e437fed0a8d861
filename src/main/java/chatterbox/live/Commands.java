package chatterbox.live;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;
import chatterbox.protocol.Json;
import chatterbox.refusal.Refusal;

/** Takes a frame to the handler of its command, and every no back to whoever sent it. */
@Singleton
final class Commands {
    private static final int ID_LENGTH = 64;

    private final Map<Class<?>, CommandHandler<?>> handlers;

    @Inject
    Commands(@Any Instance<CommandHandler<?>> handlers) {
        this(handlers.stream());
    }

    Commands(Stream<CommandHandler<?>> handlers) {
        this.handlers = handlers.collect(Collectors.toUnmodifiableMap(CommandHandler::command, Function.identity()));
    }

    /** Nothing is carried out for a socket that was told to close, though its frames may still come in. */
    void carryOut(String frame, LiveSession session) {
        if (!session.outbox().isOpen()) {
            return;
        }
        try {
            session.countCommand();
        } catch (Refusal tooFast) {
            session.refuse(idIn(frame), tooFast);
            return;
        }
        carryOutCounted(frame, session);
    }

    private void carryOutCounted(String frame, LiveSession session) {
        Optional<String> id = Optional.empty();
        try {
            var fields = Json.object(frame);
            id = idOf(fields);
            handle(Codec.command(fields), session);
        } catch (RuntimeException no) {
            session.refuse(id, no);
        }
    }

    @SuppressWarnings("unchecked") // each handler is kept under the class of its own commands
    private <C extends Command> void handle(C command, LiveSession session) {
        ((CommandHandler<C>) handlers.get(command.getClass())).handle(command, session);
    }

    private static Optional<String> idIn(String frame) {
        try {
            return idOf(Json.object(frame));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** What the answer is to carry, even when the rest of the frame is wrong. */
    private static Optional<String> idOf(Map<String, Object> fields) {
        return fields.get("id") instanceof String id && id.length() <= ID_LENGTH ? Optional.of(id) : Optional.empty();
    }
}
