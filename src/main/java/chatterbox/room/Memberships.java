package chatterbox.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.journal.Logged;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Who may see a room and act in it. Asked for every frame, so members are remembered until they leave. That somebody is
 * no member is never remembered: whoever joined is one at once, on every thread.
 */
@Singleton
public final class Memberships implements Committed {
    /** Some 200 bytes each. */
    private static final int REMEMBERED = 100_000;

    /** What the server makes; anything else need not be looked for, and some of it no database takes. */
    private static final Pattern ROOM_ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final Transactions transactions;
    private final Cache<Member, Boolean> members =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    public Memberships(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Throws a {@link Refusal} {@code not-found} said of {@code room} for everybody who is no member, whether the room
     * exists or not.
     */
    public void require(String room, String username) {
        if (!includes(room, username)) {
            throw Refusal.of(Reason.NOT_FOUND).at("room");
        }
    }

    @Override
    public void committed(Batch batch) {
        if (batch.stream().isRoom()) {
            batch.entries().stream()
                    .filter(entry -> entry.tells(Event.Left.class))
                    .forEach(this::forget);
        }
    }

    /** Whether somebody is a member of the room. */
    public boolean includes(String room, String username) {
        return ROOM_ID.matcher(room).matches() && members.get(new Member(room, username), this::stored) != null;
    }

    /** Caffeine does not keep null, and lets a forgetting wait until this is done: what is kept is never out of date. */
    private Boolean stored(Member member) {
        var key = new Membership.Key(member.room, member.username);
        return transactions.read(transaction -> transaction.find(Membership.class, key)) == null ? null : true;
    }

    private void forget(Logged entry) {
        var left = Codec.read(Event.Left.class, entry.json());
        members.invalidate(new Member(left.room(), left.username()));
    }

    private record Member(String room, String username) {}
}
