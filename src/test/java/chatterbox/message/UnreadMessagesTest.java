package chatterbox.message;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.House;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class UnreadMessagesTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_marker_moves_forward_by_reading_and_back_on_purpose_only(Engine engine) {
        try (var talk = new Talk(engine)) {
            var house = talk.house();
            for (var number = 1; number <= 3; number++) {
                talk.post("grace", "hi " + number);
            }
            talk.post("ada", "my own");
            var start = house.rooms().head("general", "ada");
            assertThat(start.unread()).isEqualTo(3);
            var read = start.read();

            read(house, "ada", read + 2 + 1);
            assertThat(house.rooms().head("general", "ada").unread()).isEqualTo(1);
            read(house, "ada", read);
            assertThat(house.rooms().head("general", "ada").unread()).isEqualTo(1);
            read(house, "ada", 1_000);
            assertThat(house.rooms().head("general", "ada").read()).isEqualTo(start.head());
            Journal.await(house.reading().unread("ada", "general", start.head() - 2));
            var back = house.rooms().head("general", "ada");
            assertThat(back.unread()).isEqualTo(2);
            assertThat(house.journal().after(StreamId.user("ada"), 0, 100))
                    .hasSize(3)
                    .last()
                    .satisfies(last -> {
                        var fact = Codec.read(Event.Read.class, last.json());
                        assertThat(fact.upTo()).isEqualTo(back.read());
                        assertThat(fact.unread()).isEqualTo(2);
                        assertThat(fact.head()).isEqualTo(start.head());
                    });
            assertThat(house.rooms().head("general", "grace").unread()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_two_devices_that_read_at_once_the_further_one_counts(Engine engine) {
        try (var talk = new Talk(engine)) {
            var house = talk.house();
            for (var number = 0; number < 40; number++) {
                talk.post("grace", "hi");
            }
            var head = house.rooms().head("general", "ada").head();
            LongStream.rangeClosed(3, head)
                    .mapToObj(seq -> CompletableFuture.runAsync(() -> read(house, "ada", seq)))
                    .toList()
                    .forEach(CompletableFuture::join);
            assertThat(house.rooms().head("general", "ada").read()).isEqualTo(head);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_has_a_marker_where_they_are_no_member(Engine engine) {
        try (var talk = new Talk(engine)) {
            var house = talk.house();
            house.room("attic");
            for (var room : new String[] {"attic", "no-such-room"}) {
                assertThat(catchThrowableOfType(
                                        Refusal.class, () -> house.reading().read("ada", room, 1))
                                .reason())
                        .isEqualTo(Reason.NOT_FOUND);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void mentions_are_counted_apart_and_what_is_deleted_not_at_all(Engine engine) {
        try (var talk = new Talk(engine)) {
            var house = talk.house();
            house.register("a_a", "Somebody");
            house.register("aXa", "Somebody else");
            talk.post("grace", "hi @ada");
            talk.post("grace", "all, @room");
            talk.post("grace", "@aXa and more");
            var deleted = talk.post("grace", "hm @ada").seq();
            talk.post("ada", "@ada");
            assertThat(counts(house, "ada")).containsExactly(4, 3);
            assertThat(counts(house, "a_a")).containsExactly(5, 1);
            assertThat(counts(house, "aXa")).containsExactly(5, 2);
            house.transactions()
                    .write(transaction -> transaction
                            .createQuery("UPDATE Message m SET m.deletedBy = 'ada' WHERE m.seq = :seq")
                            .setParameter("seq", deleted)
                            .executeUpdate());
            assertThat(counts(house, "ada")).containsExactly(3, 2);
        }
    }

    private static List<Integer> counts(House house, String username) {
        var head = house.rooms().head("general", username);
        return List.of(head.unread(), head.mentions());
    }

    private static void read(House house, String username, long upTo) {
        Journal.await(house.reading().read(username, "general", upTo));
    }
}
