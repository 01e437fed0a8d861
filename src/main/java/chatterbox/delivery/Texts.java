package chatterbox.delivery;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import chatterbox.delivery.OutgoingText.State;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;

/**
 * Our own texts on their way: kept until their message has come back, so that none is ever lost or doubled.
 *
 * <pre>
 *   waiting --sent--> sending --ack--> accepted --its message comes--> (gone)
 *   sending --line lost, no answer, told to wait--> waiting     sending --refused--> failed --retry--> waiting
 * </pre>
 *
 * One text a room is sending at a time: that keeps the order, also over a lost line.
 */
final class Texts {
    private static final long WAIT_MILLIS = 1_000;
    private static final List<String> PASSING = Stream.of(Reason.values())
            .filter(Reason::temporary)
            .map(Reason::code)
            .toList();

    /**
     * A text and where it is.
     *
     * @param sending whether it is under way, since {@code time}; if not, it is not sent before {@code time}
     * @param seq the number under which it was accepted, 0 before that
     */
    private record Item(OutgoingText text, boolean sending, long time, long seq) {
        static Item waiting(OutgoingText text, long notBefore) {
            return new Item(text, false, notBefore, 0);
        }

        boolean pending() {
            return text.state() == State.PENDING;
        }

        boolean waits() {
            return pending() && !sending;
        }

        /** When there is something to do for it without any event. */
        long nextLook() {
            return pending() ? time + (sending ? Cursor.ANSWER_MILLIS : 0) : Long.MAX_VALUE;
        }
    }

    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final Outside outside;
    private boolean changed;

    /** Whether a text that was under way had arrived nobody knows: it goes out again under its id. */
    Texts(List<OutgoingText> stored, Outside outside) {
        this.outside = outside;
        stored.forEach(text -> items.put(text.id(), Item.waiting(text, 0)));
        changed = !stored.isEmpty();
    }

    void write(OutgoingText text) {
        items.put(text.id(), Item.waiting(text, 0));
        changed = true;
    }

    /** What may go out now, and counts as sent then: of each room the first one that is pending, if it waits no more. */
    List<OutgoingText> send(long now) {
        var rooms = new HashSet<String>();
        var due = items.values().stream()
                .filter(Item::pending)
                .filter(item -> rooms.add(item.text.room()))
                .filter(item -> item.waits() && item.time <= now)
                .map(Item::text)
                .toList();
        due.forEach(text -> items.put(text.id(), new Item(text, true, now, 0)));
        return due;
    }

    /** Stored by the server: told and forgotten once, and kept in view until {@link #passed}. */
    void accepted(Event.Ack ack) {
        change(ack.id(), item -> {
            if (item.text.state() == State.ACCEPTED) {
                return item;
            }
            outside.forget(ack.id());
            outside.tell(listener -> listener.accepted(ack));
            return new Item(item.text.accepted(), false, 0, ack.seq());
        });
    }

    void refused(Event.Refused refused, long now) {
        refused.id()
                .flatMap(Texts::uuid)
                .ifPresent(id -> change(id, item -> {
                    if (!item.pending()) { // An answer to an earlier try than the one that was accepted.
                        return item;
                    }
                    var wait = wait(refused);
                    return wait.isPresent() ? Item.waiting(item.text, now + wait.get()) : failed(item, refused);
                }));
    }

    void retry(UUID id) {
        change(id, item -> {
            if (item.text.state() != State.FAILED) {
                return item;
            }
            outside.keep(item.text.pending());
            return Item.waiting(item.text.pending(), 0);
        });
    }

    void discard(UUID id) {
        if (items.remove(id) != null) {
            outside.forget(id);
            changed = true;
        }
    }

    void lineLost() {
        items.replaceAll((id, item) -> item.sending ? Item.waiting(item.text, 0) : item);
    }

    /** No answer in time on a line that lives: the same text goes out again. */
    void look(long now) {
        items.replaceAll((id, item) -> item.sending && item.nextLook() <= now ? Item.waiting(item.text, 0) : item);
    }

    long nextLook(long now) {
        return items.values().stream()
                .mapToLong(Item::nextLook)
                .filter(time -> time > now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Takes out what was accepted and is told of the room up to this number: its message is on the screen, or gone. */
    void passed(String room, long seq) {
        changed |= items.values()
                .removeIf(item ->
                        item.text.state() == State.ACCEPTED && item.text.room().equals(room) && item.seq <= seq);
    }

    /** All of them, if there was a change since the last call. */
    Optional<List<OutgoingText>> news() {
        if (!changed) {
            return Optional.empty();
        }
        changed = false;
        return Optional.of(items.values().stream().map(Item::text).toList());
    }

    private Item failed(Item item, Event.Refused why) {
        var failed = item.text.failed(why);
        outside.keep(failed);
        outside.tell(listener -> listener.failed(failed));
        return Item.waiting(failed, 0);
    }

    private void change(UUID id, UnaryOperator<Item> change) {
        var before = items.get(id);
        if (before != null) {
            var after = change.apply(before);
            items.put(id, after);
            changed |= !after.text.equals(before.text);
        }
    }

    /** How long to wait before the very same text may be taken; empty when it never will. */
    private static Optional<Long> wait(Event.Refused refused) {
        if (refused.parameters().get("retryAfterMs") instanceof Number millis) {
            return Optional.of(millis.longValue());
        }
        return PASSING.contains(refused.reason()) ? Optional.of(WAIT_MILLIS) : Optional.empty();
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
