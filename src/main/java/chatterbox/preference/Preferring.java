package chatterbox.preference;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.journal.Journal;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Keeps what people prefer. The last word counts, as a whole; saying what is so already makes no fact. */
@Singleton
public final class Preferring {
    private static final Event.Preferences.Values NOTHING_SAID =
            new Event.Preferences.Values(List.of(), Optional.empty());
    private static final int MOST_ROOMS = 500;
    private static final int LONGEST_ID = 64;
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Transactions transactions;
    private final Journal journal;

    @Inject
    public Preferring(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    public Event.Preferences.Values of(String username) {
        return transactions
                .read(transaction -> Optional.ofNullable(transaction.find(Preference.class, username)))
                .map(Preference::values)
                .orElse(NOTHING_SAID);
    }

    /** The stage completes after the commit; a {@link Refusal} {@code malformed}, said of the field, is thrown at once. */
    public CompletionStage<?> prefer(String username, Event.Preferences.Values values) {
        check(values.rooms());
        values.quiet().ifPresent(Preferring::check);
        return of(username).equals(values)
                ? CompletableFuture.completedStage(null)
                : journal.append(Prefer.of(username, values));
    }

    private static void check(List<Event.Preferences.RoomLevel> levels) {
        var rooms = new HashSet<String>();
        var sound = levels.stream().allMatch(each -> each.room().length() <= LONGEST_ID && rooms.add(each.room()));
        if (!sound || levels.size() > MOST_ROOMS) {
            throw Refusal.of(Reason.MALFORMED).at("rooms");
        }
    }

    private static void check(Event.Preferences.Quiet quiet) {
        if (!CLOCK.matcher(quiet.from()).matches() || !CLOCK.matcher(quiet.to()).matches()) {
            throw Refusal.of(Reason.MALFORMED).at("quiet");
        }
    }
}
