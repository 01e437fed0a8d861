package chatterbox.security;

import java.nio.file.Path;

/** Where the secrets lie: a port, for whoever owns the data folder. */
public interface Safe {
    /** The folder of the secrets alone; it need not exist yet. Its parent does, and only the owner may look into that. */
    Path folder();

    /** Whether there are accounts whose secrets were made here: when those are missing they are lost, not yet to be made. */
    boolean used();
}
