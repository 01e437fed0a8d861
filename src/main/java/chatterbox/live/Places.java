package chatterbox.live;

import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.Caller;
import chatterbox.settings.LimitSettings;

/**
 * The places that sockets take: so many for an account, so many for an address. A handshake reserves one, so that of
 * many that come at the same moment no more pass than may; the socket that comes of it takes the place, and a handshake
 * that fails gives it back. A caller's places are alike, whichever handshake reserved them. One that is neither taken nor
 * given back, since the line broke in between, is free again after a while. For any thread.
 */
final class Places {
    private static final Duration COME_BACK = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Tally users = new Tally();
    private final Tally addresses = new Tally();
    private final Deque<Reservation> reservations = new ArrayDeque<>();
    private final LimitSettings limits;
    private final Ticker ticker;

    private record Reservation(Caller caller, long madeAt) {}

    Places(LimitSettings limits, Ticker ticker) {
        this.limits = limits;
        this.ticker = ticker;
    }

    /** Throws a {@link Refusal} {@code too-many} when the caller's account or address has all its places. */
    synchronized void reserve(Caller caller) {
        freeForgotten();
        if (users.of(caller.username()) >= limits.socketsPerUser()
                || addresses.of(caller.address()) >= limits.socketsPerAddress()) {
            throw Refusal.of(Reason.TOO_MANY).retryAfter(COME_BACK);
        }
        count(caller);
        reservations.add(new Reservation(caller, ticker.read()));
    }

    /** The handshake came to nothing. */
    synchronized void giveBack(Caller caller) {
        if (end(caller)) {
            leave(caller);
        }
    }

    /** The handshake led to a socket. */
    synchronized void take(Caller caller) {
        if (!end(caller)) {
            count(caller);
        }
    }

    /** The socket is gone. */
    synchronized void leave(Caller caller) {
        users.remove(caller.username());
        addresses.remove(caller.address());
    }

    private void freeForgotten() {
        while (!reservations.isEmpty() && ticker.read() - reservations.peek().madeAt() > KEPT.toNanos()) {
            leave(reservations.poll().caller());
        }
    }

    private void count(Caller caller) {
        users.add(caller.username());
        addresses.add(caller.address());
    }

    private boolean end(Caller caller) {
        var reservation =
                reservations.stream().filter(one -> one.caller().equals(caller)).findFirst();
        reservation.ifPresent(reservations::remove);
        return reservation.isPresent();
    }
}
