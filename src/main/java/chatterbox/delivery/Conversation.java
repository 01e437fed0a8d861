package chatterbox.delivery;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chatterbox.protocol.Answer;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;

/**
 * One account's side of the conversation with the server. Whoever holds it reports what happens and calls {@link #look}
 * when {@link #nextLook} comes; after each report {@link #pursue} compares what is with what should be (streams to follow,
 * pages to load, texts to send) and takes the next steps. Nothing else sends anything.
 *
 * <p>For one thread. Times are milliseconds of a clock that starts at 0 or later and never goes back.
 */
public final class Conversation {
    private final Outside outside;
    private final LongSupplier clock;
    private final Connection connection;
    private final Texts texts;
    private final Set<String> opened = new LinkedHashSet<>();
    private Map<String, Room> rooms = new LinkedHashMap<>();
    private Optional<Cursor> own = Optional.empty();
    private String me = "";
    private String epoch = "";

    /**
     * Not begun yet.
     *
     * @param stored the texts that an earlier run left, in the order of writing
     * @param dice for the random waits: at least 0, below 1
     */
    public Conversation(Outside outside, List<OutgoingText> stored, LongSupplier clock, DoubleSupplier dice) {
        this.outside = outside;
        this.clock = clock;
        connection = new Connection(outside, clock, dice);
        texts = new Texts(stored, outside);
    }

    /** Dials for the first time. */
    public void begin() {
        connection.connect();
        pursue();
    }

    /** A room's history and future are wanted; once is enough. A room that one may not see never begins. */
    public void open(String room) {
        opened.add(room);
        room(room).ifPresent(Room::open);
        pursue();
    }

    /** What stands before the oldest message that was told of an opened room. */
    public void older(String room) {
        room(room).flatMap(Room::older).ifPresent(outside::load);
    }

    /** A text was written, and is stored. */
    public void written(OutgoingText text) {
        texts.write(text);
        pursue();
    }

    /** A text that failed is to be sent again. */
    public void retry(UUID id) {
        texts.retry(id);
        pursue();
    }

    /** A text is not to be sent any more; one that is under way may have arrived. */
    public void discard(UUID id) {
        texts.discard(id);
        pursue();
    }

    /** The socket's door stayed shut. */
    public void refused(Standing standing) {
        connection.refused(standing);
        pursue();
    }

    public void refreshed(Standing standing) {
        connection.refreshed(standing);
        pursue();
    }

    /** A whole text frame came. */
    public void heard(String frame) {
        connection.heard();
        Heard.frame(frame).forEach(this::hear);
        pursue();
    }

    /** The socket was closed with this code; 1006 when it broke. */
    public void closed(int code) {
        connection.closed(code);
        pursue();
    }

    public void loaded(Ask ask, Answer.Page page) {
        if (room(ask.room()).filter(room -> room.loaded(ask, page, outside)).isPresent()) {
            page.messages().forEach(this::arrived);
        }
        pursue();
    }

    public void notLoaded(Ask ask) {
        room(ask.room()).ifPresent(room -> room.notLoaded(ask, clock.getAsLong()));
        pursue();
    }

    /** Time has passed. */
    public void look() {
        connection.look();
        pursue();
    }

    /** When to look, if nothing else happens before; {@code Long.MAX_VALUE}: never. */
    public long nextLook() {
        var others = connection.isOpen()
                ? LongStream.of(
                        texts.nextLook(clock.getAsLong()),
                        cursors().mapToLong(Cursor::nextLook).min().orElse(Long.MAX_VALUE),
                        rooms.values().stream().mapToLong(Room::nextLook).min().orElse(Long.MAX_VALUE))
                : LongStream.empty();
        return Math.min(connection.nextLook(), others.min().orElse(Long.MAX_VALUE));
    }

    private void pursue() {
        if (connection.isOpen()) {
            proceed(clock.getAsLong());
        } else {
            texts.lineLost();
        }
        rooms.forEach((id, room) -> texts.passed(id, room.told()));
        texts.news().ifPresent(all -> outside.tell(listener -> listener.outbox(all)));
    }

    private void proceed(long now) {
        texts.look(now);
        cursors().forEach(cursor -> cursor.look(now));
        cursors().filter(Cursor::isBehind).map(cursor -> cursor.follow(now)).forEach(outside::send);
        rooms.values().forEach(room -> room.first(now).ifPresent(outside::load));
        texts.send(now).forEach(text -> outside.send(new Command.Post(text.id(), text.room(), text.text())));
    }

    private Stream<Cursor> cursors() {
        return Stream.concat(own.stream(), rooms.values().stream().map(Room::cursor));
    }

    private void hear(Heard heard) {
        if (heard.seq().isPresent()) {
            take(heard, heard.seq().get());
        } else {
            heard.event().ifPresent(this::answer);
        }
    }

    private void take(Heard fact, long seq) {
        if (fact.room().isPresent()) {
            room(fact.room().get()).ifPresent(room -> room.take(fact, seq));
        } else if (fact.user().isPresent()
                && own.filter(cursor -> cursor.takes(seq)).isPresent()) {
            fact.event().ifPresent(this::show);
        }
    }

    private void answer(Event event) {
        if (event instanceof Event.Welcome welcome) {
            welcome(welcome);
        } else if (event instanceof Event.Followed followed) {
            cursor(followed.room()).ifPresent(Cursor::followed);
        } else if (event instanceof Event.Reset reset) {
            reset(reset);
        } else if (event instanceof Event.Ack ack) {
            accepted(ack);
        } else if (event instanceof Event.Refused refused) {
            texts.refused(refused, clock.getAsLong());
        } else if (event instanceof Event.Online online) {
            outside.tell(listener -> listener.online(online));
        }
    }

    private void welcome(Event.Welcome welcome) {
        me = welcome.me().username();
        epoch = welcome.epoch();
        own = own.or(() -> Optional.of(Cursor.ofUser(me, welcome.you().head(), epoch)));
        var known = rooms;
        rooms = new LinkedHashMap<>();
        welcome.rooms().forEach(head -> rooms.put(head.id(), known.getOrDefault(head.id(), enter(head))));
        cursors().forEach(Cursor::lineChanged);
        opened.forEach(id -> room(id).ifPresent(Room::open));
        connection.welcomed();
        outside.tell(listener -> listener.welcomed(welcome));
    }

    private Room enter(Event.RoomHead head) {
        return new Room(head.id(), Cursor.ofRoom(head.id(), head.head(), epoch), this::show);
    }

    private void reset(Event.Reset reset) {
        if (reset.room().isPresent()) {
            room(reset.room().get()).ifPresent(room -> room.reset(reset.seq(), epoch));
        } else {
            own.ifPresent(cursor -> cursor.reset(reset.seq(), epoch)); // The welcome has told what stands in it.
        }
    }

    private void accepted(Event.Ack ack) {
        texts.accepted(ack);
        if (!rooms.containsKey(ack.room())) {
            texts.passed(ack.room(), ack.seq()); // Nobody will tell of its message.
        }
    }

    private void show(Event event) {
        if (event instanceof Event.Message message) {
            arrived(message);
            outside.tell(listener -> listener.message(message));
        } else if (event instanceof Event.Joined joined) {
            outside.tell(listener -> listener.joined(joined));
        } else if (event instanceof Event.Left left) {
            outside.tell(listener -> listener.left(left));
        } else if (event instanceof Event.Role role) {
            outside.tell(listener -> listener.role(role));
        }
    }

    /** The message of a text is as good as its acknowledgement. */
    private void arrived(Event.Message message) {
        if (message.author().equals(me)) {
            texts.accepted(new Event.Ack(message.id(), message.room(), message.seq()));
        }
    }

    private Optional<Room> room(String id) {
        return Optional.ofNullable(rooms.get(id));
    }

    private Optional<Cursor> cursor(Optional<String> room) {
        return room.isPresent() ? room(room.get()).map(Room::cursor) : own;
    }
}
