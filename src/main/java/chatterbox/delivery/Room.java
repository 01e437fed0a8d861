package chatterbox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

/**
 * What is told of one room. While it begins, which is after it was opened and after every reset, facts wait in
 * {@code early} until its latest page is there. The page is asked for after the room is followed, and says up to which
 * number it tells: so a fact in between is seen twice and told once, never missed.
 */
final class Room {
    private static final long AGAIN_MILLIS = 3_000;

    private final String id;
    private final Cursor cursor;
    private final Consumer<Event> show;
    private final List<Heard> early = new ArrayList<>();
    private long generation;
    private boolean begins;
    private boolean asked;
    private long notBefore;
    private long oldest;
    private boolean more;

    Room(String id, Cursor cursor, Consumer<Event> show) {
        this.id = id;
        this.cursor = cursor;
        this.show = show;
    }

    Cursor cursor() {
        return cursor;
    }

    /** The number up to which everything was told. */
    long told() {
        return begins ? 0 : cursor.last();
    }

    void open() {
        if (generation == 0) {
            begin();
        }
    }

    void reset(long seq, String epoch) {
        cursor.reset(seq, epoch);
        begin();
    }

    void take(Heard fact, long seq) {
        if (!cursor.takes(seq)) {
            return;
        }
        if (begins) {
            early.add(fact);
        } else {
            fact.event().ifPresent(show);
        }
    }

    /** The page with which the room begins, when it is time to ask for it. */
    Optional<Ask> first(long now) {
        return begins && !asked && notBefore <= now ? Optional.of(ask(Optional.empty())) : Optional.empty();
    }

    /** The page before the oldest message told, unless one is on its way or there is none. */
    Optional<Ask> older() {
        return !begins && !asked && more ? Optional.of(ask(Optional.of(oldest))) : Optional.empty();
    }

    /** Whether the page still counts; what it leads to is told through the outside. */
    boolean loaded(Ask ask, Answer.Page page, Outside outside) {
        if (ask.generation() != generation) {
            return false;
        }
        asked = false;
        more = page.more();
        oldest = page.messages().isEmpty() ? oldest : page.messages().get(0).seq();
        if (begins) {
            outside.tell(listener -> listener.begins(id, page));
            begun(page.head());
        } else {
            outside.tell(listener -> listener.older(id, page));
        }
        return true;
    }

    void notLoaded(Ask ask, long now) {
        if (ask.generation() == generation) {
            asked = false;
            notBefore = now + AGAIN_MILLIS;
        }
    }

    long nextLook() {
        return begins && !asked ? notBefore : Long.MAX_VALUE;
    }

    private void begin() {
        generation++;
        begins = true;
        asked = false;
        notBefore = 0;
        early.clear();
    }

    private void begun(long head) {
        begins = false;
        cursor.reached(head);
        early.stream()
                .filter(fact -> fact.seq().orElseThrow() > head)
                .flatMap(fact -> fact.event().stream())
                .forEach(show);
        early.clear();
    }

    private Ask ask(Optional<Long> before) {
        asked = true;
        return new Ask(id, before, generation);
    }
}
