package chatterbox.hosting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.Accounts;
import chatterbox.journal.Entry;
import chatterbox.journal.Journal;
import chatterbox.protocol.Event;
import chatterbox.refusal.Line;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.refusal.TextRules;
import chatterbox.room.Appointment;
import chatterbox.room.Change;
import chatterbox.room.Founding;
import chatterbox.room.Join;
import chatterbox.room.Kind;
import chatterbox.room.Leave;
import chatterbox.room.Memberships;
import chatterbox.room.RoomTraits;
import chatterbox.room.Rooms;

/**
 * What people do with rooms. Every method returns when it is on disk, and does nothing when all is as wanted already, so
 * that a request can be sent again. Each change is a fact of the room; whoever comes in or is out is told in their own
 * stream, on all devices, after that: should the server fall in between, the next welcome tells it.
 */
@Singleton
public final class Hosting {
    private static final Logger LOG = System.getLogger(Hosting.class.getName());
    private static final int LONGEST_TOPIC = 250;
    private static final int MOST_IN_DIRECT = 9;

    /** What is to be different; the rest stays. */
    public record Changes(
            Optional<String> name, Optional<String> topic, Optional<Kind> kind, Optional<Boolean> archived) {

        private boolean closeIt() {
            return archived.orElse(false) || kind.equals(Optional.of(Kind.PRIVATE));
        }
    }

    private final Journal journal;
    private final Rooms rooms;
    private final Memberships memberships;
    private final Accounts accounts;
    private final TextRules rules;

    @Inject
    public Hosting(Journal journal, Rooms rooms, Memberships memberships, Accounts accounts, TextRules rules) {
        this.journal = journal;
        this.rooms = rooms;
        this.memberships = memberships;
        this.accounts = accounts;
        this.rules = rules;
    }

    /** A room that its founder owns; or a {@link Refusal}: {@code name-taken}, or what is wrong with a text. */
    public Event.RoomHead found(String founder, String name, String topic, Kind kind) {
        if (kind == Kind.DIRECT) {
            throw Refusal.of(Reason.MALFORMED).at("kind");
        }
        var chosen = RoomName.choose(rules, name);
        var traits = new RoomTraits(chosen.name(), Optional.of(chosen.folded()), topic(topic), kind, false);
        var id = RoomIds.fresh();
        journal.write(new Founding(id, traits, List.of(founder), founder));
        return enter(id, founder);
    }

    /** The one room of exactly these people and the caller. */
    public Event.RoomHead direct(String caller, List<String> others) {
        var people = new TreeSet<String>();
        others.forEach(name -> people.add(person(name).username()));
        people.add(caller);
        if (people.size() < 2) {
            throw Refusal.of(Reason.MISSING).at("people");
        }
        if (people.size() > MOST_IN_DIRECT) {
            throw Refusal.of(Reason.TOO_LONG).at("people").with("limit", MOST_IN_DIRECT - 1);
        }
        var id = RoomIds.direct(people);
        if (rooms.traits(id).isEmpty()) {
            var traits = new RoomTraits("", Optional.empty(), "", Kind.DIRECT, false);
            if (unlessDone(new Founding(id, traits, people, caller), Reason.CONFLICT)) {
                tell(people.stream()
                        .map(person -> OwnFact.entered(person, rooms.head(id, person)))
                        .toList());
            }
        }
        return rooms.head(id, caller);
    }

    /** What is to be different about a room; a {@link Refusal} {@code forbidden} for those who do not rule it. */
    public void change(String caller, String room, Changes changes) {
        var standing = memberships.requireRule(room, caller);
        if (standing.kind() == Kind.DIRECT || changes.kind.equals(Optional.of(Kind.DIRECT))) {
            throw Refusal.of(Reason.CONFLICT).at("kind");
        }
        if (room.equals(Rooms.GENERAL) && changes.closeIt()) {
            throw Refusal.of(Reason.CONFLICT).at("room"); // Where all are must stay open to all.
        }
        var name = changes.name.map(text -> RoomName.choose(rules, text));
        var wanted = new Change.Wanted(
                name.map(RoomName::name),
                name.map(RoomName::folded),
                changes.topic.map(this::topic),
                changes.kind,
                changes.archived);
        if (!wanted.isMet(rooms.traits(room).orElseThrow())) {
            journal.write(new Change(room, wanted, caller));
        }
    }

    /** Oneself into an open room, or another person into a room that one is a member of. */
    public void bringIn(String caller, String room, String username) {
        var person = person(username);
        if (person.username().equals(caller)) {
            join(room, person);
        } else {
            invite(caller, room, person);
        }
    }

    /** Oneself or, for those who rule the room, another one. */
    public void takeOut(String caller, String room, String username) {
        var leaver = person(username).username();
        var standing =
                leaver.equals(caller) ? memberships.require(room, caller) : memberships.requireRule(room, caller);
        if (standing.kind() == Kind.DIRECT || room.equals(Rooms.GENERAL)) {
            throw Refusal.of(Reason.CONFLICT).at("room");
        }
        if (memberships.includes(room, leaver)) {
            if (unlessDone(new Leave(room, leaver, caller), Reason.NOT_FOUND)) {
                tell(List.of(OwnFact.gone(leaver, room)));
            }
        }
    }

    /** Gives a member the say over the room. */
    public void appoint(String caller, String room, String username) {
        place(caller, room, username, Appointment.Place.OWNER);
    }

    /** Takes it. */
    public void dismiss(String caller, String room, String username) {
        place(caller, room, username, Appointment.Place.MEMBER);
    }

    private void place(String caller, String room, String username, Appointment.Place place) {
        var standing = memberships.requireRule(room, caller);
        if (standing.kind() == Kind.DIRECT) {
            throw Refusal.of(Reason.CONFLICT).at("room");
        }
        var member = person(username).username();
        if (memberships.require(room, member).owner() != place.isOwner()) {
            journal.write(new Appointment(room, member, place, caller));
        }
    }

    private void join(String room, Event.Person person) {
        if (memberships.includes(room, person.username())) {
            return;
        }
        var traits = rooms.traits(room)
                .filter(found -> found.kind().isOpen())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("room"));
        if (traits.archived()) {
            throw Refusal.of(Reason.ARCHIVED).at("room");
        }
        add(room, person, person.username());
    }

    private void invite(String caller, String room, Event.Person person) {
        var standing = memberships.requireOpen(room, caller);
        if (standing.kind() == Kind.DIRECT) {
            throw Refusal.of(Reason.CONFLICT).at("room");
        }
        if (!memberships.includes(room, person.username())) {
            add(room, person, caller);
        }
    }

    private void add(String room, Event.Person person, String by) {
        if (unlessDone(new Join(room, person, by), Reason.CONFLICT)) {
            enter(room, person.username());
        }
    }

    private Event.RoomHead enter(String room, String username) {
        var head = rooms.head(room, username);
        tell(List.of(OwnFact.entered(username, head)));
        return head;
    }

    private Event.Person person(String username) {
        return accounts.person(username)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("username"));
    }

    private String topic(String text) {
        return Line.chooseOrNothing(rules, "topic", text, LONGEST_TOPIC);
    }

    /** Whether it was we who did it, and not somebody else at the same moment. */
    private boolean unlessDone(Entry entry, Reason done) {
        try {
            journal.write(entry);
            return true;
        } catch (Refusal refusal) {
            if (refusal.reason() == done) {
                return false;
            }
            throw refusal;
        }
    }

    /** Must not fail what is done: the next welcome tells it anyway. */
    private void tell(List<OwnFact> facts) {
        for (var appended : facts.stream().map(journal::append).toList()) {
            try {
                Journal.await(appended);
            } catch (RuntimeException failure) {
                LOG.log(Level.WARNING, "Somebody is not told yet which rooms they are in", failure);
            }
        }
    }
}
