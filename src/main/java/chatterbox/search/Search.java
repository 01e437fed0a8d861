package chatterbox.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Accounts;
import chatterbox.history.Messages;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

/** Finds messages in the rooms that somebody is a member of, and in no others. The newest come first. */
@Singleton
public final class Search {
    private final Transactions transactions;
    private final Engine engine;
    private final Indexing indexing;
    private final Function<String, Optional<Event.Person>> people;

    @Inject
    Search(Transactions transactions, Database database, Indexing indexing, Accounts accounts) {
        this(transactions, database.engine(), indexing, accounts::person);
    }

    Search(
            Transactions transactions,
            Engine engine,
            Indexing indexing,
            Function<String, Optional<Event.Person>> people) {
        this.transactions = transactions;
        this.indexing = indexing;
        this.engine = engine;
        this.people = people;
    }

    /** @param behind the last hit of the page before */
    Answer.Hits find(String member, Query query, Optional<Cursor> behind, int limit) {
        var author = query.from().map(name -> people.apply(name).map(Event.Person::username));
        if (query.isEmpty() || author.isPresent() && author.get().isEmpty()) {
            return new Answer.Hits(List.of(), false);
        }
        indexing.freshen();
        return transactions.read(transaction -> {
            var statement = new Statement(engine, member, query.terms());
            author.flatMap(name -> name).ifPresent(name -> statement.and("w.author = ?", name));
            query.before().ifPresent(day -> statement.and("w.at < ?", micros(day)));
            query.since().ifPresent(day -> statement.and("w.at >= ?", micros(day)));
            behind.ifPresent(hit -> statement.behind(hit.room(), hit.seq()));
            query.in().ifPresent(room -> in(transaction, member, room, statement));
            return hits(transaction, statement.first(transaction, limit + 1), query.terms(), limit);
        });
    }

    /** The database does not know that names in any case are the same; there are few rooms. */
    private static void in(EntityManager transaction, String member, String name, Statement statement) {
        var rooms = ((List<?>) transaction
                        .createNativeQuery("SELECT r.id, r.name FROM room r, membership m"
                                + " WHERE m.room = r.id AND m.username = ?")
                        .setParameter(1, member)
                        .getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .filter(row -> name.equals(row[0]) || name.equalsIgnoreCase((String) row[1]))
                        .map(row -> row[0])
                        .toArray();
        statement.and(rooms.length == 0 ? "1 = 0" : "w.room IN (?" + ", ?".repeat(rooms.length - 1) + ")", rooms);
    }

    private static Answer.Hits hits(EntityManager transaction, List<?> found, List<Term> terms, int limit) {
        var hits = found.stream()
                .limit(limit)
                .map(row -> (Object[]) row)
                .flatMap(row -> Messages.view(transaction, (String) row[0], ((Number) row[1]).longValue()).stream())
                .map(message -> new Answer.Hit(message, marks(message.text(), terms)))
                .toList();
        return new Answer.Hits(hits, found.size() > limit);
    }

    /** In the order of the text, and no two of them overlap or touch. */
    static List<List<Integer>> marks(String text, List<Term> terms) {
        var tokens = Tokens.of(text);
        var marks = new ArrayList<List<Integer>>();
        terms.stream()
                .flatMap(term -> term.marks(tokens))
                .sorted(Comparator.comparing(mark -> mark.get(0)))
                .forEach(mark -> add(marks, mark));
        return List.copyOf(marks);
    }

    private static void add(List<List<Integer>> marks, List<Integer> mark) {
        var last = marks.size() - 1;
        if (last >= 0 && mark.get(0) <= marks.get(last).get(1)) {
            var joined = marks.remove(last);
            marks.add(List.of(joined.get(0), Math.max(joined.get(1), mark.get(1))));
        } else {
            marks.add(mark);
        }
    }

    /** Of a whole second. */
    private static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond());
    }
}
