package chatterbox.refusal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An expected no. It carries codes and parameters, never sentences, and is rendered at two places only: as problem+json
 * over HTTP and as a {@code refused} event over the socket. It has no stack trace: it is an answer, not a fault.
 */
public final class Refusal extends RuntimeException {
    private final Reason reason;
    private final String field;
    private final Map<String, Object> parameters;

    private Refusal(Reason reason, String field, Map<String, Object> parameters) {
        super(field == null ? reason.code() : reason.code() + " (" + field + ")", null, false, false);
        this.reason = reason;
        this.field = field;
        this.parameters = parameters;
    }

    public static Refusal of(Reason reason) {
        return new Refusal(reason, null, Map.of());
    }

    /** The same refusal, said of one field of the request. */
    public Refusal at(String field) {
        return new Refusal(reason, field, parameters);
    }

    /** The same refusal with one more parameter: a string, a number or a boolean. */
    public Refusal with(String name, Object value) {
        var more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Refusal(reason, field, Map.copyOf(more));
    }

    /** The same refusal with the time, in milliseconds, after which a retry makes sense. */
    public Refusal retryAfter(Duration wait) {
        return with("retryAfterMs", Math.max(1, wait.toMillis()));
    }

    public Reason reason() {
        return reason;
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
