package chatterbox.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Renders a no for the socket: the other of the two places is the one for HTTP. */
final class Refusals {
    private static final Logger LOG = System.getLogger(Refusals.class.getName());

    private Refusals() {}

    static Event.Refused event(Optional<String> id, Throwable why) {
        if (why instanceof CompletionException && why.getCause() != null) {
            return event(id, why.getCause());
        }
        if (why instanceof Refusal refusal) {
            return new Event.Refused(id, refusal.reason().code(), refusal.field(), refusal.parameters());
        }
        var incident = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "A command failed, incident " + incident, why);
        return new Event.Refused(id, Reason.INTERNAL.code(), Optional.empty(), Map.of("incident", incident));
    }
}
