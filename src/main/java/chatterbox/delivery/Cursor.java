package chatterbox.delivery;

import java.util.Optional;
import java.util.function.BiFunction;

import chatterbox.protocol.Command;

/**
 * How far we are in one stream, and whether the server knows that we follow it.
 *
 * <pre>
 *   BEHIND --follow goes out--> ASKED --followed, reset--> LIVE --a fact is missing--> BEHIND
 *   any --a new line--> BEHIND                             ASKED --no answer--> BEHIND
 * </pre>
 *
 * Numbers have no gaps, so one beyond the next means that something was missed: it is not taken, and the stream is
 * followed again from where we are. A refused {@code follow} names no stream: it shows by the answer that does not come.
 */
final class Cursor {
    static final long ANSWER_MILLIS = 15_000;

    private enum Following {
        BEHIND,
        ASKED,
        LIVE
    }

    private final BiFunction<Optional<Long>, Optional<String>, Command> follow;
    private long last;
    private String epoch;
    private Following following = Following.BEHIND;
    private long askedAt;

    private Cursor(BiFunction<Optional<Long>, Optional<String>, Command> follow, long last, String epoch) {
        this.follow = follow;
        this.last = last;
        this.epoch = epoch;
    }

    static Cursor ofRoom(String room, long last, String epoch) {
        return new Cursor(
                (after, history) -> new Command.Follow(Optional.of(room), Optional.empty(), after, history),
                last,
                epoch);
    }

    static Cursor ofUser(String user, long last, String epoch) {
        return new Cursor(
                (after, history) -> new Command.Follow(Optional.empty(), Optional.of(user), after, history),
                last,
                epoch);
    }

    /** The number of the last fact that was taken. */
    long last() {
        return last;
    }

    boolean isBehind() {
        return following == Following.BEHIND;
    }

    /** The command to send now. */
    Command follow(long now) {
        following = Following.ASKED;
        askedAt = now;
        return follow.apply(Optional.of(last), Optional.of(epoch));
    }

    void followed() {
        if (following == Following.ASKED) {
            following = Following.LIVE;
        }
    }

    /** What comes next is {@code seq + 1}, of this history. */
    void reset(long seq, String history) {
        last = seq;
        epoch = history;
        following = Following.LIVE;
    }

    /** Whether this fact is the next one, which is then taken. */
    boolean takes(long seq) {
        if (seq == last + 1) {
            last = seq;
            return true;
        }
        if (seq > last && following == Following.LIVE) {
            following = Following.BEHIND;
        }
        return false;
    }

    /** A page told what there is up to this number. */
    void reached(long seq) {
        last = Math.max(last, seq);
    }

    void lineChanged() {
        following = Following.BEHIND;
    }

    void look(long now) {
        if (nextLook() <= now) {
            following = Following.BEHIND;
        }
    }

    long nextLook() {
        return following == Following.ASKED ? askedAt + ANSWER_MILLIS : Long.MAX_VALUE;
    }
}
