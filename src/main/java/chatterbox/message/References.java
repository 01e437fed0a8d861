package chatterbox.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.Accounts;
import chatterbox.history.Message;
import chatterbox.history.Messages;
import chatterbox.history.Threads;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Memberships;

/** What a text points to: the message that it answers, and the people whom it names. */
@Singleton
final class References {
    private static final String EVERYBODY = "@room";

    /** More names in one text are not looked for. */
    private static final int MOST = 50;

    /** What stands in fences or between backticks, where an at sign is part of somebody's program. */
    private static final Pattern CODE = Pattern.compile("(?s)```.*?(?:```|$)|`[^`\\n]+`");

    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}._@-])@([\\p{L}\\p{M}\\p{N}._-]{2,32})");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[._-]+$");

    private final Transactions transactions;
    private final Memberships memberships;
    private final Function<String, Optional<Event.Person>> people;

    @Inject
    References(Transactions transactions, Memberships memberships, Accounts accounts) {
        this(transactions, memberships, accounts::person);
    }

    References(Transactions transactions, Memberships memberships, Function<String, Optional<Event.Person>> people) {
        this.transactions = transactions;
        this.memberships = memberships;
        this.people = people;
    }

    /** Throws a {@link Refusal} {@code not-found} when what it answers, or the root of its thread, is not there or none any more. */
    void check(Draft draft) {
        draft.thread().ifPresent(root -> transactions.read(tx -> Threads.openRoot(tx, draft.room(), root)));
        draft.replyTo().filter(seq -> !isThere(draft.room(), seq)).ifPresent(seq -> {
            throw Refusal.of(Reason.NOT_FOUND).at("replyTo");
        });
    }

    /** The members whom a text names, each once, in its order; and {@value #EVERYBODY}. Empty when there are none. */
    Optional<List<String>> mentions(Draft draft) {
        if (draft.text().indexOf('@') < 0) {
            return Optional.empty();
        }
        var names = NAME.matcher(CODE.matcher(draft.text()).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(MOST)
                .flatMap(written -> mention(draft.room(), written).stream())
                .distinct()
                .toList();
        return Optional.of(names).filter(some -> !some.isEmpty());
    }

    private boolean isThere(String room, long seq) {
        return transactions
                .read(transaction -> Messages.find(transaction, room, seq))
                .filter(Predicate.not(Message::isDeleted))
                .isPresent();
    }

    /** A name may end with a full stop, and so may a sentence. */
    private Optional<String> mention(String room, String written) {
        return Stream.of(written, END_OF_SENTENCE.matcher(written).replaceAll(""))
                .distinct()
                .flatMap(mention ->
                        mention.equals(EVERYBODY) ? Stream.of(EVERYBODY) : member(room, mention.substring(1)).stream())
                .findFirst();
    }

    private Optional<String> member(String room, String name) {
        return memberships.includes(room, name)
                ? Optional.of(name)
                : people.apply(name).map(Event.Person::username).filter(found -> memberships.includes(room, found));
    }
}
