package chatterbox.hosting;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

import chatterbox.account.Role;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.protocol.Json;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Directory;
import chatterbox.room.House;
import chatterbox.room.Kind;
import chatterbox.room.Rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HostingTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_founds_a_room_owns_it_and_is_told_on_all_devices(Engine engine) {
        try (var house = house(engine)) {
            var room = house.hosting().found("ada", " Design ", "How it looks", Kind.PRIVATE);
            assertThat(room)
                    .isEqualTo(new Event.RoomHead(
                            room.id(),
                            "Design",
                            1,
                            1,
                            "private",
                            "How it looks",
                            false,
                            true,
                            Optional.empty(),
                            1,
                            0,
                            0));
            assertThat(facts(house, StreamId.room(room.id()))).containsExactly("changed");
            var entered = Codec.read(
                    Event.Entered.class, last(house, StreamId.user("ada")).json());
            assertThat(entered.room()).isEqualTo(room);
            assertThat(house.rooms().of("ada")).extracting(Event.RoomHead::name).containsExactly("Design", "general");
            assertThat(house.rooms().of("grace"))
                    .extracting(Event.RoomHead::name)
                    .containsExactly("general");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_rooms_are_not_called_the_same_in_any_case(Engine engine) {
        try (var house = house(engine)) {
            var first = house.hosting().found("ada", "Büro", "", Kind.PUBLIC);
            var second = house.hosting().found("ada", "Küche", "", Kind.PUBLIC);
            assertThat(refused(() -> house.hosting().found("grace", "BÜRO", "", Kind.PRIVATE)))
                    .isEqualTo(Reason.NAME_TAKEN);
            assertThat(refused(() -> rename(house, second.id(), "büro"))).isEqualTo(Reason.NAME_TAKEN);
            rename(house, first.id(), "BÜRO"); // its own name may be written otherwise
            assertThat(house.rooms().head(first.id(), "ada").name()).isEqualTo("BÜRO");
            assertThat(house.rooms().head(second.id(), "ada").name()).isEqualTo("Küche");
            assertThat(refused(() -> house.hosting().found("ada", "a\u202Eb", "", Kind.PUBLIC)))
                    .isEqualTo(Reason.NAME_INVALID);
            assertThat(refused(() -> house.hosting().found("ada", " \u200B", "", Kind.PUBLIC)))
                    .isEqualTo(Reason.EMPTY);
            assertThat(refused(() -> house.hosting().found("ada", "x".repeat(81), "", Kind.PUBLIC)))
                    .isEqualTo(Reason.TOO_LONG);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void open_rooms_are_joined_and_closed_ones_by_invitation_only(Engine engine) {
        try (var house = house(engine)) {
            var open = house.hosting().found("ada", "open", "", Kind.PUBLIC).id();
            var closed =
                    house.hosting().found("ada", "closed", "", Kind.PRIVATE).id();
            house.hosting().bringIn("grace", open, "grace");
            assertThat(refused(() -> house.hosting().bringIn("grace", closed, "grace")))
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(refused(() -> house.hosting().bringIn("grace", closed, "alan")))
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(refused(() -> house.hosting().bringIn("grace", "no-such", "grace")))
                    .isEqualTo(Reason.NOT_FOUND);
            house.hosting().bringIn("ada", closed, "Grace");
            house.hosting().bringIn("grace", closed, "alan"); // members invite, not owners only
            assertThat(house.rooms().members(closed))
                    .containsExactly(
                            new Rooms.Member("ada", "Ada", true),
                            new Rooms.Member("alan", "Alan", false),
                            new Rooms.Member("grace", "Grace", false));
            var joined = Codec.read(
                    Event.Joined.class, last(house, StreamId.room(closed)).json());
            assertThat(joined.by()).contains("grace");
            assertThat(Codec.read(
                                    Event.Joined.class,
                                    last(house, StreamId.room(open)).json())
                            .by())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_asked_twice_is_done_once(Engine engine) {
        try (var house = house(engine)) {
            var room = house.hosting().found("ada", "open", "", Kind.PUBLIC).id();
            for (var time = 0; time < 2; time++) {
                house.hosting().bringIn("grace", room, "grace");
            }
            for (var time = 0; time < 2; time++) {
                house.hosting().appoint("ada", room, "grace");
                rename(house, room, "other");
            }
            for (var time = 0; time < 2; time++) {
                house.hosting().takeOut("grace", room, "ada");
            }
            assertThat(facts(house, StreamId.room(room)))
                    .containsExactly("changed", "joined", "owner", "changed", "left");
            assertThat(facts(house, StreamId.user("ada"))).containsExactly("entered", "gone");
            assertThat(house.rooms().head(room, "grace").owner()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void owners_and_moderators_rule_a_room_and_nobody_else(Engine engine) {
        try (var house = house(engine)) {
            var room = house.hosting().found("ada", "open", "", Kind.PUBLIC).id();
            house.hosting().bringIn("grace", room, "grace");
            house.hosting().bringIn("alan", room, "alan");
            assertThat(refused(() -> house.hosting().takeOut("grace", room, "alan")))
                    .isEqualTo(Reason.FORBIDDEN);
            assertThat(refused(() -> house.hosting().appoint("grace", room, "grace")))
                    .isEqualTo(Reason.FORBIDDEN);
            assertThat(refused(() -> change(house, "grace", room, Optional.of("mine"), Optional.empty())))
                    .isEqualTo(Reason.FORBIDDEN);
            assertThat(refused(() -> house.memberships().requireRule(room, "grace")))
                    .isEqualTo(Reason.FORBIDDEN);
            house.role("grace", Role.MODERATOR);
            house.hosting().takeOut("grace", room, "alan");
            assertThat(refused(() -> house.memberships().require(room, "alan"))).isEqualTo(Reason.NOT_FOUND);
            assertThat(Codec.read(
                                    Event.Left.class,
                                    last(house, StreamId.room(room)).json())
                            .by())
                    .contains("grace");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_room_for_announcements_hears_its_owners_only_and_an_archived_one_nobody(Engine engine) {
        try (var house = house(engine)) {
            var room =
                    house.hosting().found("ada", "news", "", Kind.ANNOUNCEMENT).id();
            house.hosting().bringIn("grace", room, "grace");
            house.memberships().requireVoice(room, "ada");
            assertThat(refused(() -> house.memberships().requireVoice(room, "grace")))
                    .isEqualTo(Reason.FORBIDDEN);
            house.hosting().appoint("ada", room, "grace");
            house.memberships().requireVoice(room, "grace");
            change(house, "ada", room, Optional.empty(), Optional.of(true));
            assertThat(refused(() -> house.memberships().requireVoice(room, "ada")))
                    .isEqualTo(Reason.ARCHIVED);
            assertThat(refused(() -> house.hosting().bringIn("alan", room, "alan")))
                    .isEqualTo(Reason.ARCHIVED);
            house.memberships().require(room, "grace"); // to be read as before
            change(house, "ada", room, Optional.empty(), Optional.of(false));
            house.memberships().requireVoice(room, "ada");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_same_people_always_have_the_same_direct_room(Engine engine) {
        try (var house = house(engine)) {
            var room = house.hosting().direct("ada", List.of("grace"));
            assertThat(room.people()).contains(List.of(new Event.Person("grace", "Grace")));
            assertThat(house.hosting().direct("grace", List.of("ADA", "grace")).id())
                    .isEqualTo(room.id());
            assertThat(house.hosting().direct("ada", List.of("grace", "alan")).id())
                    .isNotEqualTo(room.id());
            assertThat(facts(house, StreamId.room(room.id()))).containsExactly("changed");
            assertThat(facts(house, StreamId.user("grace"))).containsExactly("entered", "entered");
            assertThat(refused(() -> house.hosting().bringIn("ada", room.id(), "alan")))
                    .isEqualTo(Reason.CONFLICT);
            assertThat(refused(() -> house.hosting().takeOut("ada", room.id(), "ada")))
                    .isEqualTo(Reason.CONFLICT);
            assertThat(refused(() -> house.hosting().direct("ada", List.of("ada"))))
                    .isEqualTo(Reason.MISSING);
            assertThat(refused(() -> house.hosting().direct("ada", List.of("nobody"))))
                    .isEqualTo(Reason.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_directory_lists_by_name_what_one_may_find(Engine engine) {
        try (var house = house(engine)) {
            house.hosting().found("ada", "Zebra 100%", "", Kind.PUBLIC);
            house.hosting().found("ada", "apes", "", Kind.ANNOUNCEMENT);
            house.hosting().found("ada", "secret", "", Kind.PRIVATE);
            house.hosting().direct("ada", List.of("grace"));
            assertThat(listed(house, "ada", "", "", 9)).containsExactly("apes", "general", "secret", "Zebra 100%");
            assertThat(listed(house, "grace", "", "", 9)).containsExactly("apes", "general", "Zebra 100%");
            assertThat(listed(house, "grace", "", "", 2)).containsExactly("apes", "general");
            assertThat(listed(house, "grace", "", "general", 2)).containsExactly("Zebra 100%");
            assertThat(listed(house, "grace", "e", "", 9)).containsExactly("apes", "general", "Zebra 100%");
            assertThat(listed(house, "grace", "0%", "", 9)).containsExactly("Zebra 100%");
            assertThat(listed(house, "grace", "_", "", 9)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void general_stays_open_to_all(Engine engine) {
        try (var house = house(engine)) {
            house.role("ada", Role.ADMIN);
            assertThat(refused(() -> house.hosting().takeOut("ada", "general", "grace")))
                    .isEqualTo(Reason.CONFLICT);
            assertThat(refused(() -> change(house, "ada", "general", Optional.empty(), Optional.of(true))))
                    .isEqualTo(Reason.CONFLICT);
            change(house, "ada", "general", Optional.of("Everybody"), Optional.empty());
            assertThat(house.rooms().head("general", "grace").name()).isEqualTo("Everybody");
        }
    }

    private static House house(Engine engine) {
        var house = new House(engine);
        house.register("ada", "Ada");
        house.register("grace", "Grace");
        house.register("alan", "Alan");
        return house;
    }

    private static List<String> listed(House house, String username, String query, String after, int limit) {
        return new Directory(house.transactions())
                .find(username, query, after, limit).stream()
                        .map(Directory.Listed::name)
                        .toList();
    }

    private static void rename(House house, String room, String name) {
        change(house, "ada", room, Optional.of(name), Optional.empty());
    }

    private static void change(House house, String by, String room, Optional<String> name, Optional<Boolean> archived) {
        house.hosting().change(by, room, new Hosting.Changes(name, Optional.empty(), Optional.empty(), archived));
    }

    private static Logged last(House house, StreamId stream) {
        var log = house.journal().after(stream, 0, 100);
        return log.get(log.size() - 1);
    }

    private static List<Object> facts(House house, StreamId stream) {
        return house.journal().after(stream, 0, 100).stream()
                .map(entry -> Json.object(entry.json()).get("type"))
                .toList();
    }

    private static Reason refused(Runnable attempt) {
        return catchThrowableOfType(Refusal.class, attempt::run).reason();
    }
}
