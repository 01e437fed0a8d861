package chatterbox.history;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.protocol.Event;

/**
 * How far the thread under a message has come: written with its first reply, and counted on with each, so that a page need
 * not count. Replies that were deleted are not in it.
 */
@Entity
@Table(name = "thread")
@IdClass(ThreadHead.Key.class)
public class ThreadHead {
    private static final int MOST_PEOPLE = 3;

    @Id
    private String room;

    @Id
    private long root;

    private int replies;

    @Column(name = "last_seq")
    private long lastSeq;

    @Column(name = "last_at")
    private Instant lastAt;

    /** Up to three user names, the latest first, with a space in between. */
    private String people = "";

    protected ThreadHead() {}

    ThreadHead(String room, long root) {
        this.room = room;
        this.root = root;
    }

    public String room() {
        return room;
    }

    public long root() {
        return root;
    }

    /** The number of the last reply. */
    public long lastSeq() {
        return lastSeq;
    }

    public Instant lastAt() {
        return lastAt;
    }

    /** Empty when there are none any more. */
    Optional<Event.Replies> replies() {
        return replies == 0 ? Optional.empty() : Optional.of(new Event.Replies(replies, lastSeq, lastAt, names()));
    }

    void add(Event.Message reply) {
        replies++;
        lastSeq = reply.seq();
        lastAt = reply.at();
        people(Stream.concat(Stream.of(reply.author()), names().stream()).distinct());
    }

    /** One is gone; these are the last ones of each author who is left, the latest first. */
    void remove(List<Message> latest) {
        replies--;
        latest.stream().findFirst().ifPresent(last -> {
            lastSeq = last.seq();
            lastAt = last.at();
        });
        people(latest.stream().map(Message::author));
    }

    private void people(Stream<String> names) {
        people = String.join(" ", names.limit(MOST_PEOPLE).toList());
    }

    private List<String> names() {
        return people.isEmpty() ? List.of() : List.of(people.split(" "));
    }

    /** A room and the number of a root. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long root;

        protected Key() {}

        Key(String room, long root) {
            this.room = room;
            this.root = root;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.root == root && key.room.equals(room);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, root);
        }
    }
}
