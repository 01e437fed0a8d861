package chatterbox.session;

import java.util.Collection;
import java.util.UUID;

/** Told after login sessions have ended, on the thread that ended them: a port for whoever keeps sockets open. */
public interface SessionsEnded {
    void ended(Collection<UUID> sessions, Ending why);
}
