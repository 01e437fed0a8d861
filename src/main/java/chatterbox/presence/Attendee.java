package chatterbox.presence;

import java.util.HashSet;
import java.util.Set;

import chatterbox.protocol.Asker;
import chatterbox.protocol.Event;

/** One person who is online: by which sockets, and which of those nobody touches. Guarded by {@link Presence}. */
final class Attendee {
    private final Set<Asker> sockets = new HashSet<>();
    private final Set<Asker> idle = new HashSet<>();
    private Event.Person person;
    private boolean away;
    private boolean toldAway;

    Attendee(Event.Person person) {
        this.person = person;
    }

    Event.Person person() {
        return person;
    }

    /** Somebody sits down at this socket; what they are called may have changed since they came. */
    void enter(Asker socket, Event.Person today) {
        person = today;
        sockets.add(socket);
        look();
    }

    /** Tells whether it was the last socket. Without one, somebody is as they were: perhaps they only reload. */
    boolean leave(Asker socket) {
        sockets.remove(socket);
        idle.remove(socket);
        look();
        return sockets.isEmpty();
    }

    void turn(Asker socket, boolean isIdle) {
        if (isIdle) {
            idle.add(socket);
        } else {
            idle.remove(socket);
        }
        look();
    }

    private void look() {
        away = sockets.isEmpty() ? away : idle.containsAll(sockets);
    }

    boolean isAway() {
        return away;
    }

    /** What everybody believes, which is what a newcomer has to begin with. */
    boolean isToldAway() {
        return toldAway;
    }

    /** Tells whether everybody believes otherwise, and that they are told now. */
    boolean becomesTold() {
        var turned = away != toldAway;
        toldAway = away;
        return turned;
    }
}
