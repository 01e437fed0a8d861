package chatterbox.receipt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import chatterbox.journal.Journal;
import chatterbox.message.Talk;
import chatterbox.persistence.Engine;
import chatterbox.preference.Preferring;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadersTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_has_read_a_message_is_told_to_those_who_tell(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.house().register("mallory", "Mallory");
            var seq = talk.post("ada", "did you see this?").seq();
            read(talk, "ada", seq);
            assertThat(readers(talk, seq, "ada")).isEqualTo(new Answer.Readers(List.of(), 0));
            read(talk, "grace", seq);
            read(talk, "mallory", seq - 1);
            assertThat(readers(talk, seq, "ada"))
                    .isEqualTo(new Answer.Readers(List.of(new Event.Person("grace", "Grace")), 1));
            assertThat(readers(talk, seq, "mallory").count()).isOne();
            assertThat(readers(talk, seq, "grace").count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_does_not_tell_is_neither_shown_nor_told(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.house().register("mallory", "Mallory");
            var seq = talk.post("ada", "did you see this?").seq();
            read(talk, "grace", seq);
            read(talk, "mallory", seq);
            tell(talk, "grace", Optional.of(false));
            assertThat(readers(talk, seq, "ada").people())
                    .extracting(Event.Person::username)
                    .containsExactly("mallory");
            assertThat(readers(talk, seq, "grace").count()).isZero();
            tell(talk, "grace", Optional.empty());
            assertThat(readers(talk, seq, "ada").count()).isEqualTo(2);
            assertThat(readers(talk, seq, "grace").count()).isOne();
        }
    }

    @Test
    void of_many_the_first_are_named_and_all_are_counted() {
        try (var talk = new Talk(Engine.SQLITE)) {
            IntStream.range(0, 60).forEach(n -> talk.house().register("reader" + (100 + n), "Reader " + n));
            var seq = talk.post("ada", "to all").seq();
            IntStream.range(0, 60).forEach(n -> read(talk, "reader" + (100 + n), seq));
            var readers = readers(talk, seq, "ada");
            assertThat(readers.count()).isEqualTo(60);
            assertThat(readers.people()).hasSize(50);
            assertThat(readers.people().get(0).username()).isEqualTo("reader100");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_direct_room_hears_how_far_its_people_are_and_nothing_of_those_who_do_not_tell(Engine engine) {
        try (var talk = new Talk(engine)) {
            var room = talk.house().hosting().direct("ada", List.of("grace")).id();
            Journal.await(talk.house().reading().read("grace", room, 1));
            var news = readers(talk).news(room, "grace").orElseThrow();
            assertThat(news.seen().upTo()).isEqualTo(1);
            assertThat(news.audience()).containsExactly("ada");
            assertThat(readers(talk).directRooms("grace")).containsExactly(room);
            tell(talk, "ada", Optional.of(false));
            assertThat(readers(talk).news(room, "grace").orElseThrow().audience())
                    .isEmpty();
            tell(talk, "grace", Optional.of(false));
            assertThat(readers(talk).news(room, "grace").orElseThrow().seen().upTo())
                    .isZero();
            assertThat(readers(talk).news("general", "grace")).isEmpty();
        }
    }

    @Test
    void what_is_no_message_has_no_readers() {
        try (var talk = new Talk(Engine.SQLITE)) {
            assertThatThrownBy(() -> readers(talk, 4_711, "ada")).isInstanceOf(Refusal.class);
        }
    }

    private static Readers readers(Talk talk) {
        return new Readers(talk.house().transactions());
    }

    private static Answer.Readers readers(Talk talk, long seq, String caller) {
        return readers(talk).of("general", seq, caller);
    }

    private static void read(Talk talk, String username, long upTo) {
        Journal.await(talk.house().reading().read(username, "general", upTo));
    }

    private static void tell(Talk talk, String username, Optional<Boolean> receipts) {
        var preferring =
                new Preferring(talk.house().transactions(), talk.house().journal());
        var values = new Event.Preferences.Values(List.of(), Optional.empty(), receipts);
        Journal.await(preferring.prefer(username, values));
    }
}
