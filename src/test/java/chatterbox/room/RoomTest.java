package chatterbox.room;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import chatterbox.account.AccountRegistered;
import chatterbox.journal.Batch;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RoomTest {
    private static final StreamId GENERAL = StreamId.room("general");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_room_general_exists_from_the_start_and_after_each_further_one(Engine engine) {
        try (var house = new House(engine)) {
            var general = new RoomTraits("general", Optional.of("general"), "", Kind.PUBLIC, false);
            assertThat(house.rooms().traits("general")).contains(general);
            house.restart();
            assertThat(house.rooms().traits("general")).contains(general);
            assertThat(house.rooms().traits("attic")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_registers_is_a_member_of_general_at_once_and_the_log_says_so(Engine engine) {
        try (var house = new House(engine)) {
            assertThat(refusal(house, "general", "ada")).isEqualTo(Reason.NOT_FOUND);
            house.register("ada", "Ada Lovelace");
            assertThatCode(() -> house.memberships().require("general", "ada")).doesNotThrowAnyException();
            house.register("grace", "Grace");
            assertThat(house.rooms().of("ada")).containsExactly(general(2, 2, 1));
            assertThat(house.rooms().of("grace")).containsExactly(general(2, 2, 2));
            var joined = Codec.read(Event.Joined.class, log(house).get(0).json());
            assertThat(joined.person()).isEqualTo(new Event.Person("ada", "Ada Lovelace"));
            assertThat(joined.seq()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_joins_twice(Engine engine) {
        try (var house = new House(engine)) {
            house.register("ada", "Ada");
            house.joining().welcome(new AccountRegistered("ada", "Ada"));
            house.restart();
            house.joining().welcome(new AccountRegistered("ada", "Ada"));
            house.joining().catchUp();
            assertThat(log(house)).hasSize(1);
            assertThat(house.rooms().of("ada"))
                    .extracting(Event.RoomHead::members)
                    .containsExactly(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_join_that_a_crash_cut_off_is_made_up_for_at_the_next_start(Engine engine) {
        try (var house = new House(engine)) {
            house.register("ada", "Ada");
            house.account("grace", "Grace");
            house.restart();
            house.joining().catchUp();
            assertThatCode(() -> house.memberships().require("general", "grace"))
                    .doesNotThrowAnyException();
            assertThat(log(house)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_left_is_not_brought_back_by_the_next_start(Engine engine) {
        try (var house = new House(engine)) {
            house.register("ada", "Ada");
            house.removeMembership("general", "ada");
            house.restart();
            house.joining().catchUp();
            assertThat(refusal(house, "general", "ada")).isEqualTo(Reason.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_member_who_joins_under_another_id_is_refused_alone(Engine engine) throws Exception {
        try (var house = new House(engine)) {
            house.register("ada", "Ada");
            house.account("grace", "Grace");
            var ada = new Event.Person("ada", "Ada");
            var refused =
                    house.journal().append(new Join("general", ada, "ada")).toCompletableFuture();
            house.joining().welcome(new AccountRegistered("grace", "Grace"));
            assertThat(refused.handle((done, no) -> ((Refusal) no).reason()).get())
                    .isEqualTo(Reason.CONFLICT);
            assertThat(log(house)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_room_that_one_may_not_see_answers_as_one_that_does_not_exist(Engine engine) {
        try (var house = new House(engine)) {
            house.register("ada", "Ada");
            house.room("attic");
            var hidden = catchThrowableOfType(
                    Refusal.class, () -> house.memberships().require("attic", "ada"));
            for (var room : List.of("no-such-room", "", "\0", "\uD800", "General", "x".repeat(70_000), "../general")) {
                var missing = catchThrowableOfType(
                        Refusal.class, () -> house.memberships().require(room, "ada"));
                assertThat(missing).hasMessage(hidden.getMessage());
                assertThat(missing.parameters()).isEqualTo(hidden.parameters());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_left_is_forgotten_with_the_commit(Engine engine) {
        try (var house = new House(engine)) {
            for (var username : List.of("ada", "grace")) {
                house.register(username, username);
                house.memberships().require("general", username);
            }
            house.removeMembership("general", "ada");
            var left = new Event.Left("general", 3, "ada", Optional.empty(), Instant.now());
            house.memberships().committed(new Batch(GENERAL, List.of(new Logged(3, Codec.write(left)))));
            assertThat(refusal(house, "general", "ada")).isEqualTo(Reason.NOT_FOUND);
            house.memberships().require("general", "grace");
        }
    }

    private static Event.RoomHead general(long head, int members, long read) {
        return new Event.RoomHead(
                "general", "general", head, members, "public", "", false, false, Optional.empty(), read, 0, 0);
    }

    private static List<Logged> log(House house) {
        return house.journal().after(GENERAL, 0, 100);
    }

    private static Reason refusal(House house, String room, String username) {
        return catchThrowableOfType(Refusal.class, () -> house.memberships().require(room, username))
                .reason();
    }
}
