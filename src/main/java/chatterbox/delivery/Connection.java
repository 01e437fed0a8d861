package chatterbox.delivery;

import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * The line to the server.
 *
 * <pre>
 *   CONNECTING --welcome--> OPEN --closed--> WAITING --time--> CONNECTING
 *   CONNECTING --401 even after a refresh--> SIGNED_OUT     any --banned, 4403--> BANNED     both are final
 * </pre>
 *
 * Waits are random and may be twice as long each time, so that a whole office that lost its server does not return in one
 * blow. They begin anew only after a line that held: one that breaks at once must not be dialled again in a tight circle.
 * The server writes at least every 10 s, so a line that is silent for 45 s is dead, whatever TCP believes.
 */
final class Connection {
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 30_000;
    private static final int DOUBLINGS = 6;
    private static final long FLOOD_MILLIS = 10_000;
    private static final long STEADY_MILLIS = 10_000;
    private static final long SILENT_MILLIS = 45_000;
    private static final long NEVER = Long.MAX_VALUE;

    private static final int FLOOD = 1008;
    private static final int SIGN_IN_AGAIN = 4401;
    private static final int DO_NOT_RETURN = 4403;
    private static final int TOO_SLOW = 4408;

    private final Outside outside;
    private final LongSupplier clock;
    private final DoubleSupplier dice;
    private Phase phase = Phase.WAITING;
    private int attempt;
    private boolean refreshed;
    private long openedAt = NEVER;
    private long nextLook = NEVER;

    Connection(Outside outside, LongSupplier clock, DoubleSupplier dice) {
        this.outside = outside;
        this.clock = clock;
        this.dice = dice;
    }

    boolean isOpen() {
        return phase == Phase.OPEN;
    }

    void connect() {
        begin();
        dial();
    }

    /** Something came on the socket. */
    void heard() {
        nextLook = clock.getAsLong() + SILENT_MILLIS;
    }

    void welcomed() {
        openedAt = clock.getAsLong();
        become(Phase.OPEN);
    }

    /** The socket's door stayed shut. */
    void refused(Standing standing) {
        if (standing == Standing.SIGNED_OUT && !refreshed) {
            refresh();
        } else {
            settle(standing);
        }
    }

    void refreshed(Standing standing) {
        if (standing == Standing.SIGNED_IN) {
            refreshed = true;
            dial();
        } else {
            settle(standing);
        }
    }

    void closed(int code) {
        outside.hangUp(); // Else what fails later on this socket would count for the next one.
        if (code == DO_NOT_RETURN) {
            settle(Standing.BANNED);
        } else if (code == FLOOD) {
            await(Math.max(FLOOD_MILLIS, nextDelay()));
        } else if (code == SIGN_IN_AGAIN && isSteady()) {
            begin();
            refresh();
        } else if (code == TOO_SLOW && isSteady()) {
            connect();
        } else {
            await(nextDelay());
        }
    }

    void look() {
        if (nextLook > clock.getAsLong()) {
            return;
        }
        if (phase == Phase.WAITING) {
            connect();
        } else {
            await(nextDelay());
        }
    }

    long nextLook() {
        return nextLook;
    }

    private void begin() {
        if (isSteady()) {
            attempt = 0;
        }
        openedAt = NEVER;
        refreshed = false;
        become(Phase.CONNECTING);
    }

    private void dial() {
        heard();
        outside.dial();
    }

    private void refresh() {
        nextLook = NEVER;
        outside.refresh();
    }

    private void settle(Standing standing) {
        switch (standing) {
            case BANNED -> finish(Phase.BANNED);
            case SIGNED_OUT -> finish(Phase.SIGNED_OUT);
            default -> await(nextDelay());
        }
    }

    private void await(long delay) {
        outside.hangUp();
        nextLook = clock.getAsLong() + delay;
        become(Phase.WAITING);
    }

    private void finish(Phase end) {
        nextLook = NEVER;
        become(end);
    }

    private long nextDelay() {
        if (isSteady()) {
            attempt = 0;
        }
        openedAt = NEVER;
        var most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(attempt++, DOUBLINGS));
        return Math.round(dice.getAsDouble() * most);
    }

    private boolean isSteady() {
        return openedAt != NEVER && clock.getAsLong() - openedAt > STEADY_MILLIS;
    }

    private void become(Phase next) {
        if (phase != next) {
            phase = next;
            outside.tell(listener -> listener.phase(next));
        }
    }
}
