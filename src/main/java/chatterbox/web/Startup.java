package chatterbox.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

import chatterbox.asset.War;
import chatterbox.persistence.Database;

/** Starts with the deployment, which fails with one line when the house cannot be opened, and ends with it. */
@WebListener
public class Startup implements ServletContextListener {
    private static final Logger LOG = System.getLogger(Startup.class.getName());

    @Inject
    War war;

    /** Not the thing itself: what goes wrong while it is made must be caught here. */
    @Inject
    Provider<Opening> opening;

    private boolean open;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        war.open(event.getServletContext());
        try {
            opening.get().open();
            open = true;
        } catch (RuntimeException | LinkageError fault) {
            Database.letGoOfClasses();
            var why = reasonOf(fault);
            LOG.log(Level.ERROR, "Chatterbox cannot start: {0}", why);
            LOG.log(Level.DEBUG, "Chatterbox cannot start", fault);
            throw new CannotStart(why);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (open) {
            opening.get().close();
            Database.letGoOfClasses();
            LOG.log(Level.INFO, "Chatterbox has stopped");
        }
    }

    /** What we say of a setting or a folder is the mend; of anything else the innermost cause tells most. One line. */
    static String reasonOf(Throwable fault) {
        var causes = Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getMessage() == null ? cause.toString() : cause.getMessage())
                .map(message -> message.strip().replaceAll("\\s*\\R\\s*", " "))
                .toList();
        return causes.stream()
                .filter(message -> message.startsWith("CHATTERBOX_"))
                .findFirst()
                .orElse(causes.get(causes.size() - 1));
    }

    /** Without a trace: the line says what to mend. */
    private static final class CannotStart extends RuntimeException {
        private static final long serialVersionUID = 1;

        CannotStart(String why) {
            super(why, null, false, false);
        }
    }
}
