package chatterbox.session;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Looks once a minute for login sessions whose time is over, so that their sockets close. */
@Singleton
public class Expiry {
    private static final Logger LOG = System.getLogger(Expiry.class.getName());

    private final LoginSessions sessions;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "chatterbox-expiry");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    Expiry(LoginSessions sessions) {
        this.sessions = sessions;
    }

    public void start() {
        clock.scheduleWithFixedDelay(this::expire, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    public void stop() {
        clock.shutdownNow();
    }

    private void expire() {
        try {
            sessions.expire();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Login sessions were not looked through; the next minute tries again", failure);
        }
    }
}
