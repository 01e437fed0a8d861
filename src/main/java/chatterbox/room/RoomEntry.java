package chatterbox.room;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.Optional;

import chatterbox.journal.Entry;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;

/** What somebody did to a room or to its members: once, under an id of our own. */
public abstract class RoomEntry implements Entry {
    final String room;
    final String by;
    private final Source source;

    RoomEntry(String room, String by, String... what) {
        this(room, by, Source.of(by, UuidCreator.getTimeOrderedEpoch(), what));
    }

    RoomEntry(String room, String by, Source source) {
        this.room = room;
        this.by = by;
        this.source = source;
    }

    @Override
    public final StreamId stream() {
        return StreamId.room(room);
    }

    @Override
    public final Source source() {
        return source;
    }

    /** Who did it, unless it was the person that it was done to. */
    final Optional<String> byAnother(String person) {
        return person.equals(by) ? Optional.empty() : Optional.of(by);
    }
}
