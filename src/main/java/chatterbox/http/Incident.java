package chatterbox.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A fault of ours: logged once, with an id that whoever ran into it is told, and that leads to the log's line. */
public final class Incident {
    private static final Logger LOG = System.getLogger(Incident.class.getName());

    private Incident() {}

    /**
     * Logs the fault and returns the answer to it.
     *
     * @param where it happened, without anything that a user typed
     */
    public static Refusal log(String where, Throwable fault) {
        var id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "Incident " + id + " at " + where, fault);
        return Refusal.of(Reason.INTERNAL).with("incident", id);
    }
}
