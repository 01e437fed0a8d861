package chatterbox.authority;

import com.github.benmanes.caffeine.cache.Ticker;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.persistence.DataFolder;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.throttle.Backoff;

/**
 * How the first administrator comes to be: whoever can read the data folder or the start log knows a code, and the first
 * who is signed in and gives it has the role. From then on nobody becomes an administrator this way.
 */
@Singleton
public final class Setup {
    private static final Logger LOG = System.getLogger(Setup.class.getName());
    private static final int FREE_TRIES = 5;

    private final Roles roles;
    private final Path file;
    private final Backoff tries;
    private volatile Optional<SetupCode> code = Optional.empty();
    private volatile boolean done;

    @Inject
    Setup(DataFolder folder, Roles roles) {
        this(folder, roles, Ticker.systemTicker());
    }

    /** With a clock that a test may set. */
    public Setup(DataFolder folder, Roles roles, Ticker ticker) {
        this.roles = roles;
        file = folder.file("setup-code");
        tries = new Backoff(FREE_TRIES, ticker);
    }

    /** Whether there is no administrator yet. */
    public boolean open() {
        done = done || roles.firstAppointed();
        return !done;
    }

    /** Makes the code, or takes the file away that a crash left. */
    public void start() {
        if (open()) {
            code = Optional.of(SetupCode.in(file));
            code.ifPresent(this::announce);
        } else {
            forget();
        }
    }

    /**
     * Makes the person an administrator. Throws a {@link Refusal}: {@code not-found} once there is one, {@code
     * wrong-code}, or {@code too-fast}.
     */
    void claim(String username, String typed) {
        if (!open()) {
            throw Refusal.of(Reason.NOT_FOUND);
        }
        tries.begin(username);
        if (code.filter(right -> right.matches(typed)).isEmpty()) {
            throw Refusal.of(Reason.WRONG_CODE).at("code");
        }
        roles.appointFirst(username);
        done = true;
        forget();
    }

    private void announce(SetupCode made) {
        var line = "*".repeat(72);
        LOG.log(Level.INFO, """

                {0}

                There is no administrator yet. Register, then enter this setup code:

                    {1}

                It is also in {2}

                {0}""", line, made.text(), file);
    }

    private void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Delete " + file + ": its code is void", e);
        }
    }
}
