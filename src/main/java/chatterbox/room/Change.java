package chatterbox.room;

import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Position;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A room is called, described, kept or opened otherwise than before. What is not said stays as it is. */
public final class Change extends RoomEntry {
    private final Wanted wanted;
    private volatile RoomTraits changed;

    /** What is to be different. A name comes with what is unique about it. */
    public record Wanted(
            Optional<String> name,
            Optional<String> folded,
            Optional<String> topic,
            Optional<Kind> kind,
            Optional<Boolean> archived) {

        /** Whether nothing would change. */
        public boolean isMet(RoomTraits today) {
            return on(today).equals(today);
        }

        private RoomTraits on(RoomTraits before) {
            return new RoomTraits(
                    name.orElse(before.name()),
                    folded.or(before::folded),
                    topic.orElse(before.topic()),
                    kind.orElse(before.kind()),
                    archived.orElse(before.archived()));
        }
    }

    /** Refused as {@code name-taken} when another room is called so. */
    public Change(String room, Wanted wanted, String by) {
        super(room, by, "change", room);
        this.wanted = wanted;
    }

    @Override
    public Event.Fact fact(Position position) {
        return fact(position, changed, by);
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        var stored = transaction.find(Room.class, room);
        changed = wanted.on(stored.traits());
        requireFree(transaction, changed, Optional.of(room));
        stored.become(changed);
    }

    static Event.Fact fact(Position position, RoomTraits traits, String by) {
        return new Event.Changed(
                position.stream().name(),
                position.seq(),
                traits.name(),
                traits.topic(),
                traits.kind().code(),
                traits.archived(),
                by,
                position.at());
    }

    /** The unique index is the backstop, for two who come at once. */
    static void requireFree(EntityManager transaction, RoomTraits traits, Optional<String> own) {
        var taken = transaction
                .createQuery("SELECT r.id FROM Room r WHERE r.folded = :folded", String.class)
                .setParameter("folded", traits.folded().orElse(""))
                .getResultStream()
                .anyMatch(id -> !own.equals(Optional.of(id)));
        if (taken) {
            throw Refusal.of(Reason.NAME_TAKEN).at("name");
        }
    }
}
