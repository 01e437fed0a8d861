package chatterbox.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.Account;
import chatterbox.account.Accounts;
import chatterbox.account.Role;
import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.journal.Logged;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Who may see a room and act in it. Asked for every frame, so members are remembered until they leave, and rooms until
 * they change. That somebody is no member is never remembered: whoever joined is one at once, on every thread.
 */
@Singleton
public final class Memberships implements Committed {
    /** Some 200 bytes each. */
    private static final int REMEMBERED = 100_000;

    /** What the server makes; anything else need not be looked for, and some of it no database takes. */
    private static final Pattern ROOM_ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final Transactions transactions;
    private final Accounts accounts;
    private final Cache<Member, Boolean> owners =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Cache<String, RoomTraits> rooms =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    public Memberships(Transactions transactions, Accounts accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * Throws a {@link Refusal} {@code not-found} said of {@code room} for everybody who is no member, whether the room
     * exists or not.
     */
    public Standing require(String room, String username) {
        return standing(room, username)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("room"));
    }

    public boolean includes(String room, String username) {
        return standing(room, username).isPresent();
    }

    /** As {@link #require}, and {@code archived} when the room is only kept for reading. */
    public Standing requireOpen(String room, String username) {
        var standing = require(room, username);
        if (standing.archived()) {
            throw Refusal.of(Reason.ARCHIVED).at("room");
        }
        return standing;
    }

    /** As {@link #requireOpen}, and {@code forbidden} for those who only listen. */
    public void requireVoice(String room, String username) {
        var standing = requireOpen(room, username);
        if (standing.kind() == Kind.ANNOUNCEMENT) {
            requireAuthority(standing, username);
        }
    }

    /** As {@link #require}, and {@code forbidden} for those who do not rule there: see {@link #rules}. */
    public Standing requireRule(String room, String username) {
        var standing = require(room, username);
        requireAuthority(standing, username);
        return standing;
    }

    /** Whether a member has the say over the room and over what others wrote there: its owners, and moderators. */
    public boolean rules(Standing standing, String username) {
        return standing.owner()
                || accounts.find(username)
                        .map(Account::role)
                        .filter(role -> role.includes(Role.MODERATOR))
                        .isPresent();
    }

    /** Whoever hears that somebody is out must not see them act any more. */
    @Override
    public boolean first() {
        return true;
    }

    @Override
    public void committed(Batch batch) {
        if (batch.stream().isRoom()) {
            batch.entries().forEach(this::follow);
        }
    }

    private Optional<Standing> standing(String room, String username) {
        if (!ROOM_ID.matcher(room).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(owners.get(new Member(room, username), this::owner))
                .map(owner -> {
                    var traits = rooms.get(room, this::traits);
                    return new Standing(traits.kind(), traits.archived(), owner);
                });
    }

    private void requireAuthority(Standing standing, String username) {
        if (!rules(standing, username)) {
            throw Refusal.of(Reason.FORBIDDEN).at("room");
        }
    }

    /** Caffeine does not keep null, and lets a forgetting wait until this is done: what is kept is never out of date. */
    private Boolean owner(Member member) {
        var key = new Membership.Key(member.room, member.username);
        return transactions.read(transaction -> {
            var found = transaction.find(Membership.class, key);
            return found == null ? null : found.owner();
        });
    }

    private RoomTraits traits(String room) {
        return transactions.read(
                transaction -> transaction.find(Room.class, room).traits());
    }

    private void follow(Logged entry) {
        if (entry.tells(Event.Left.class)) {
            var left = Codec.read(Event.Left.class, entry.json());
            owners.invalidate(new Member(left.room(), left.username()));
        } else if (entry.tells(Event.Owner.class)) {
            var changed = Codec.read(Event.Owner.class, entry.json());
            owners.invalidate(new Member(changed.room(), changed.username()));
        } else if (entry.tells(Event.Changed.class)) {
            rooms.invalidate(Codec.read(Event.Changed.class, entry.json()).room());
        }
    }

    /**
     * How a member stands in a room.
     *
     * @param archived the room is kept for reading
     */
    public record Standing(Kind kind, boolean archived, boolean owner) {}

    private record Member(String room, String username) {}
}
