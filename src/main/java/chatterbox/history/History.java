package chatterbox.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Accounts;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Reads the history of a room. Pages are found by number, never by counting, so any one is as quick. All of it is for
 * whoever may see the room: {@code Memberships.require} comes before.
 */
@Singleton
public final class History {
    private static final String IN_ROOM = "(m.thread IS NULL OR m.also = TRUE)";

    private final Transactions transactions;
    private final Journal journal;
    private final Function<Collection<String>, List<Event.Person>> people;

    @Inject
    History(Transactions transactions, Journal journal, Accounts accounts) {
        this(transactions, journal, accounts::people);
    }

    public History(
            Transactions transactions, Journal journal, Function<Collection<String>, List<Event.Person>> people) {
        this.transactions = transactions;
        this.journal = journal;
        this.people = people;
    }

    public Answer.Page page(String room, Window window) {
        var found = transactions.read(transaction -> {
            var part = Part.of(transaction, room, IN_ROOM, window);
            return found(transaction, room, part.messages, part.more, Optional.empty());
        });
        return page(found);
    }

    /** A page with this number in its middle: half of the limit are older ones. Of what stands in a thread alone, around its root. */
    public Answer.Page around(String room, long seq, int limit) {
        return page(transactions.read(transaction -> {
            var middle = Messages.find(transaction, room, seq)
                    .filter(message -> !message.isInRoom())
                    .flatMap(Message::thread);
            return around(transaction, room, middle.orElse(seq), limit);
        }));
    }

    /** A page with the first message in its middle that is not before this moment; the end of the room when there is none. */
    public Answer.Page at(String room, Instant moment, int limit) {
        return page(transactions.read(transaction -> {
            var seq = Messages.firstSince(transaction, room, moment);
            return around(transaction, room, seq.orElse(Long.MAX_VALUE), limit);
        }));
    }

    private Found around(EntityManager transaction, String room, long seq, int limit) {
        var older = Part.of(transaction, room, IN_ROOM, Window.upTo(seq, limit));
        var newer = Part.of(transaction, room, IN_ROOM, Window.from(seq, limit));
        var messages =
                Stream.concat(older.messages.stream(), newer.messages.stream()).toList();
        return found(transaction, room, messages, older.more, Optional.of(newer.more));
    }

    /** One message; or a {@link Refusal} {@code not-found} said of {@code seq}. */
    public Event.Message message(String room, long seq) {
        return transactions
                .read(transaction -> Messages.view(transaction, room, seq))
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("seq"));
    }

    /** Every text that a message has had; or a {@link Refusal} {@code not-found} said of {@code seq}. */
    public Answer.Versions versions(String room, long seq) {
        return transactions.read(transaction -> {
            Messages.find(transaction, room, seq)
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("seq"));
            return new Answer.Versions(Messages.versions(transaction, room, seq).stream()
                    .map(Version::answer)
                    .toList());
        });
    }

    /**
     * A part of the thread under a message, or of what may become one, as one person sees it: {@code standing} tells whether
     * they follow it. A {@link Refusal} {@code not-found} said of {@code seq} when there is no such message, or it belongs to
     * a thread itself.
     */
    public Answer.Thread thread(String room, long root, Window window, Function<EntityManager, ThreadMarker> standing) {
        return transactions.read(transaction -> {
            Threads.root(transaction, room, root)
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("seq"));
            var part = Part.of(transaction, room, "m.thread = " + root, window);
            var found = found(transaction, room, part.messages, part.more, Optional.empty());
            var view = Messages.view(transaction, room, root).orElseThrow();
            var marker = standing.apply(transaction);
            return new Answer.Thread(
                    view,
                    found.messages,
                    found.head,
                    found.more,
                    found.quoted,
                    authors(Stream.of(List.of(view), found.messages, found.quoted)),
                    marker.following(),
                    marker.upTo());
        });
    }

    public Answer.Messages pinned(String room) {
        return transactions.read(transaction ->
                new Answer.Messages(Messages.views(transaction, room, Messages.pinned(transaction, room))));
    }

    /** What one snapshot of the database held. */
    private record Found(
            List<Event.Message> messages,
            List<Event.Message> quoted,
            long head,
            boolean more,
            Optional<Boolean> moreAfter) {}

    /** Messages in a row, oldest first, and whether there are more in the direction of the window. */
    private record Part(List<Message> messages, boolean more) {
        static Part of(EntityManager transaction, String room, String filter, Window window) {
            var found = transaction
                    .createQuery(
                            "SELECT m FROM Message m WHERE m.room = :room AND m.seq > :after AND m.seq < :before"
                                    + " AND " + filter + " ORDER BY m.seq " + (window.forward() ? "ASC" : "DESC"),
                            Message.class)
                    .setParameter("room", room)
                    .setParameter("after", window.after())
                    .setParameter("before", window.before())
                    .setMaxResults(window.limit() + 1)
                    .getResultList();
            var messages = found.stream()
                    .limit(window.limit())
                    .sorted(Comparator.comparingLong(Message::seq))
                    .toList();
            return new Part(messages, found.size() > messages.size());
        }
    }

    private Found found(
            EntityManager transaction, String room, List<Message> messages, boolean more, Optional<Boolean> moreAfter) {
        return new Found(
                Messages.views(transaction, room, messages),
                Messages.views(transaction, room, quoted(transaction, room, messages)),
                journal.head(transaction, StreamId.room(room)),
                more,
                moreAfter);
    }

    private static List<Message> quoted(EntityManager transaction, String room, List<Message> messages) {
        var originals = messages.stream()
                .flatMap(message -> message.replyTo().stream())
                .collect(Collectors.toCollection(HashSet::new));
        messages.forEach(message -> originals.remove(message.seq()));
        return Messages.find(transaction, room, originals);
    }

    private Answer.Page page(Found found) {
        return new Answer.Page(
                found.messages,
                found.head,
                journal.epoch(),
                found.more,
                found.moreAfter,
                Optional.of(found.quoted),
                authors(Stream.of(found.messages, found.quoted)));
    }

    private static Stream<String> repliers(Event.Message message) {
        return message.state().flatMap(Event.State::thread).stream().flatMap(replies -> replies.people().stream());
    }

    private List<Event.Person> authors(Stream<List<Event.Message>> messages) {
        return people.apply(messages.flatMap(List::stream)
                .flatMap(message -> Stream.concat(Stream.of(message.author()), repliers(message)))
                .distinct()
                .toList());
    }
}
