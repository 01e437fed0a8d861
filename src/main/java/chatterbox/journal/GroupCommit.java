package chatterbox.journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import chatterbox.persistence.Engine;
import chatterbox.persistence.Faults;
import chatterbox.persistence.Transactions;

/**
 * One transaction for many entries. Lock the heads in the order of their keys; look for entries that are there already;
 * give each new one its stream's next number, let it write its own rows, keep it; commit. The lock comes before the look:
 * what another writer committed in between is then seen.
 */
final class GroupCommit {
    private final Transactions transactions;
    private final Engine engine;
    private final Clock clock;

    GroupCommit(Transactions transactions, Engine engine, Clock clock) {
        this.transactions = transactions;
        this.engine = engine;
        this.clock = clock;
    }

    /** Writes all of them or none. Throws {@link EntryFailed} when one of them is to blame. */
    Result write(List<Pending> batch) {
        return transactions.write(transaction -> new Run(transaction, batch).result());
    }

    /**
     * What a commit brought.
     *
     * @param outcomes where each entry stands, whether it was new or there before
     * @param batches what is new, by stream
     */
    record Result(Map<Source.Key, Appended> outcomes, List<Batch> batches) {}

    /** One entry could not be applied; the rest of the batch may be tried again without it. */
    static final class EntryFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        final transient Pending pending;

        EntryFailed(Pending pending, RuntimeException cause) {
            super(cause);
            this.pending = pending;
        }
    }

    private final class Run {
        private final EntityManager transaction;
        private final Map<String, StreamHead> heads;
        private final Map<Source.Key, Appended> outcomes;
        private final Map<StreamId, List<Logged>> added = new LinkedHashMap<>();

        Run(EntityManager transaction, List<Pending> batch) {
            this.transaction = transaction;
            heads = lockHeads(batch);
            outcomes = new HashMap<>(
                    Log.find(transaction, batch.stream().map(Pending::key).toList()));
            batch.forEach(this::append);
        }

        Result result() {
            var batches = added.entrySet().stream()
                    .map(stream -> new Batch(stream.getKey(), stream.getValue()))
                    .toList();
            return new Result(outcomes, batches);
        }

        private void append(Pending pending) {
            if (outcomes.containsKey(pending.key())) {
                return;
            }
            try {
                var entry = pending.entry();
                var position = heads.get(entry.stream().key()).next(clock.instant());
                entry.apply(transaction, position);
                keep(entry, position);
            } catch (RuntimeException failure) {
                // What the database refuses may be a row of an entry before this one, which it is only told of now.
                throw Faults.isOfDatabase(failure) ? failure : new EntryFailed(pending, failure);
            }
        }

        private void keep(Entry entry, Position position) {
            var row = new StreamEntry(entry.source(), position, entry.fact(position));
            transaction.persist(row);
            added.computeIfAbsent(entry.stream(), stream -> new ArrayList<>()).add(row.logged());
            var source = entry.source();
            outcomes.put(source.key(), new Appended(entry.stream(), position.seq(), source.digest()));
        }

        private Map<String, StreamHead> lockHeads(List<Pending> batch) {
            var wanted = batch.stream()
                    .map(pending -> pending.entry().stream().key())
                    .collect(Collectors.toCollection(TreeSet::new));
            var found = locked(wanted);
            wanted.removeAll(found.keySet());
            if (!wanted.isEmpty()) {
                wanted.forEach(this::create);
                found.putAll(locked(wanted));
            }
            return found;
        }

        private Map<String, StreamHead> locked(TreeSet<String> streams) {
            var parameters = streams.stream().map(stream -> "?").collect(Collectors.joining(","));
            var query = transaction.createNativeQuery(
                    "SELECT stream, seq, at FROM stream_head WHERE stream IN (" + parameters + ") ORDER BY stream"
                            + engine.rowLock(),
                    StreamHead.class);
            var index = 1;
            for (var stream : streams) {
                query.setParameter(index++, stream);
            }
            var found = new HashMap<String, StreamHead>();
            for (var head : query.getResultList()) {
                found.put(((StreamHead) head).stream(), (StreamHead) head);
            }
            return found;
        }

        /** Two writers may create the same head at once: one row comes of it, which both then lock. */
        private void create(String stream) {
            transaction
                    .createNativeQuery(
                            "INSERT INTO stream_head (stream, seq, at) VALUES (?, 0, 0) ON CONFLICT DO NOTHING")
                    .setParameter(1, stream)
                    .executeUpdate();
        }
    }
}
