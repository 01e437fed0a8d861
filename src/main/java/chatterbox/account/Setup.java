package chatterbox.account;

import jakarta.inject.Singleton;

/** How the first administrator comes to be. */
@Singleton
public final class Setup {

    /** Whether there is no administrator yet. */
    public boolean open() {
        throw new UnsupportedOperationException();
    }
}
