package chatterbox.client;

import java.io.IOException;
import java.net.http.HttpResponse;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

/** The server said no: to a request, or for good to a text. A newer server may have reasons that we do not know. */
public final class RequestRefused extends RuntimeException {

    private final Event.Refused refused;

    RequestRefused(Event.Refused refused) {
        super(refused.reason()
                + refused.field().map(field -> " (" + field + ")").orElse(""));
        this.refused = refused;
    }

    /** What a problem (RFC 9457) says; an answer of any other kind comes from no server of ours. */
    static Exception of(HttpResponse<?> answer) {
        try {
            return new RequestRefused(Codec.read(Event.Refused.class, String.valueOf(answer.body())));
        } catch (Refusal noProblem) {
            return new IOException("No server of Chatterbox answers: status " + answer.statusCode());
        }
    }

    /** The reason's code, such as {@code wrong-credentials}; {@code src/docs/protocol.md} has them all. */
    public String reason() {
        return refused.reason();
    }

    /** The reason with its field and parameters. */
    public Event.Refused refused() {
        return refused;
    }
}
