package chatterbox.revision;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chatterbox.account.Role;
import chatterbox.journal.StreamId;
import chatterbox.message.Talk;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

import static chatterbox.revision.Revisions.revising;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RevisingTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_edit_is_told_shown_and_keeps_the_earlier_texts(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "helo").seq();
            assertThat(talk.history().versions("general", seq).edits()).isEmpty();
            talk.index().catchUp();
            edit(talk, "ada", seq, "hello\r\n ");
            edit(talk, "ada", seq, "hello!");
            var told = Codec.read(Event.Edited.class, log(talk, seq + 1));
            assertThat(told.text()).isEqualTo("hello");
            assertThat(told.message()).isEqualTo(seq);
            var message = talk.history().message("general", seq);
            assertThat(message.text()).isEqualTo("hello!");
            assertThat(message.state().orElseThrow().editedAt()).isPresent();
            assertThat(talk.page(null, null, null).messages()).containsExactly(message);
            assertThat(talk.history().versions("general", seq).edits())
                    .extracting(Answer.Version::text)
                    .containsExactly("helo", "hello", "hello!");
            assertThat(rows(talk, "SELECT words FROM message_words").toString()).isEqualTo("[hello]");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_change_made_again_adds_no_fact(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            for (int again = 0; again < 2; again++) {
                edit(talk, "ada", seq, "bye");
                Talk.answer(revising(talk).react(target("grace", seq), "👍", Wish.ON));
                Talk.answer(revising(talk).pin(target("grace", seq), Wish.ON));
            }
            assertThat(head(talk)).isEqualTo(seq + 3);
            for (int again = 0; again < 2; again++) {
                Talk.answer(revising(talk).react(target("grace", seq), "👍", Wish.OFF));
                Talk.answer(revising(talk).pin(target("ada", seq), Wish.OFF));
                Talk.answer(revising(talk).delete(target("ada", seq)));
            }
            assertThat(head(talk)).isEqualTo(seq + 6);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_same_change_many_times_at_once_is_one_fact(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            var revising = revising(talk);
            var answers = IntStream.range(0, 20)
                    .mapToObj(n -> revising.react(target("grace", seq), "👍", Wish.ON))
                    .toList();
            answers.forEach(Talk::answer);
            assertThat(head(talk)).isEqualTo(seq + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void only_its_author_edits_a_message_and_rules_hold(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            assertThat(refusal(() -> edit(talk, "grace", seq, "mine"))).hasMessage("forbidden");
            assertThat(refusal(() -> edit(talk, "mallory", seq, "mine"))).hasMessage("not-found (room)");
            assertThat(refusal(() -> edit(talk, "ada", seq, " "))).hasMessage("empty (text)");
            assertThat(refusal(() -> edit(talk, "ada", 1, "x"))).hasMessage("not-found (seq)");
            assertThat(talk.history().message("general", seq).state()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_deleted_message_keeps_its_place_and_its_text_is_nowhere(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "secret one @grace").seq();
            talk.index().catchUp();
            edit(talk, "ada", seq, "secret two");
            Talk.answer(revising(talk).react(target("grace", seq), "👍", Wish.ON));
            Talk.answer(revising(talk).pin(target("grace", seq), Wish.ON));
            Talk.answer(revising(talk).delete(target("ada", seq)));

            var message = talk.history().message("general", seq);
            assertThat(message.text()).isEmpty();
            assertThat(message.mentions()).hasValue(List.of("grace"));
            assertThat(message.state())
                    .hasValue(new Event.State(
                            Optional.empty(),
                            Optional.of("ada"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            assertThat(talk.history().versions("general", seq).edits()).isEmpty();
            assertThat(talk.history().pinned("general").messages()).isEmpty();
            assertThat(Codec.read(Event.Deleted.class, log(talk, seq + 4)).mentions())
                    .hasValue(List.of("grace"));
            assertThat(Codec.read(Event.Message.class, log(talk, seq)).mentions())
                    .hasValue(List.of("grace"));
            assertThat(everythingStored(talk)).noneMatch(text -> text.contains("secret"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_post_and_its_end_in_one_transaction_leave_nothing_either(Engine engine) {
        try (var talk = new Talk(engine)) {
            var first = talk.post("ada", "warm up").seq();
            var revising = revising(talk);
            for (long seq = first + 1; seq < first + 40; seq += 3) {
                talk.post("ada", "secret " + seq);
                var edited = revising.edit(target("ada", seq), "secret again " + seq);
                var deleted = revising.delete(target("ada", seq));
                Talk.answer(edited);
                Talk.answer(deleted);
            }
            assertThat(everythingStored(talk)).noneMatch(text -> text.contains("secret"));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void others_messages_are_deleted_by_those_who_rule_the_room(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            assertThat(refusal(() -> Talk.answer(revising(talk).delete(target("grace", seq)))))
                    .hasMessage("forbidden");
            talk.house().role("grace", Role.MODERATOR);
            Talk.answer(revising(talk).delete(target("grace", seq)));
            assertThat(talk.history()
                            .message("general", seq)
                            .state()
                            .orElseThrow()
                            .deletedBy())
                    .hasValue("grace");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void to_a_deleted_message_nothing_more_can_happen(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            Talk.answer(revising(talk).delete(target("ada", seq)));
            assertThat(refusal(() -> edit(talk, "ada", seq, "again"))).hasMessage("not-found (seq)");
            assertThat(refusal(() -> Talk.answer(revising(talk).react(target("ada", seq), "👍", Wish.ON))))
                    .hasMessage("not-found (seq)");
            assertThat(refusal(() -> Talk.answer(revising(talk).pin(target("ada", seq), Wish.ON))))
                    .hasMessage("not-found (seq)");
            assertThat(refusal(() -> talk.reply("ada", "what was it?", seq))).hasMessage("not-found (replyTo)");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void reactions_are_counted_by_emoji_in_the_order_of_reacting(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            for (var reaction : List.of("grace 👍", "ada 🎉", "ada 👍")) {
                var parts = reaction.split(" ");
                Talk.answer(revising(talk).react(target(parts[0], seq), parts[1], Wish.ON));
            }
            assertThat(talk.page(null, null, null)
                            .messages()
                            .get(0)
                            .state()
                            .orElseThrow()
                            .reactions())
                    .hasValue(List.of(
                            new Event.Reactions("👍", List.of("grace", "ada")),
                            new Event.Reactions("🎉", List.of("ada"))));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_message_takes_32_different_emoji_and_any_number_of_people(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "hello").seq();
            for (int n = 0; n < 32; n++) {
                Talk.answer(revising(talk).react(target("ada", seq), Character.toString(0x1F600 + n), Wish.ON));
            }
            assertThat(refusal(() -> Talk.answer(revising(talk).react(target("ada", seq), "🎉", Wish.ON))))
                    .hasMessage("malformed (emoji)");
            Talk.answer(revising(talk).react(target("grace", seq), "😀", Wish.ON));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pins_are_listed_oldest_first(Engine engine) {
        try (var talk = new Talk(engine)) {
            var one = talk.post("ada", "one").seq();
            var two = talk.post("ada", "two").seq();
            Talk.answer(revising(talk).pin(target("grace", two), Wish.ON));
            Talk.answer(revising(talk).pin(target("ada", one), Wish.ON));
            assertThat(talk.history().pinned("general").messages())
                    .extracting(Event.Message::text)
                    .containsExactly("one", "two");
        }
    }

    private static List<String> everythingStored(Talk talk) {
        return Stream.of(
                        "SELECT body FROM stream_entry",
                        "SELECT text FROM message",
                        "SELECT text FROM message_version",
                        "SELECT words FROM message_words")
                .flatMap(sql -> rows(talk, sql).stream())
                .map(String.class::cast)
                .toList();
    }

    private static List<?> rows(Talk talk, String sql) {
        return talk.house()
                .transactions()
                .read(transaction -> transaction.createNativeQuery(sql).getResultList());
    }

    private static String log(Talk talk, long seq) {
        return talk.house()
                .journal()
                .after(StreamId.room("general"), seq - 1, 1)
                .get(0)
                .json();
    }

    private static long head(Talk talk) {
        return talk.house().journal().head(StreamId.room("general"));
    }

    private static void edit(Talk talk, String by, long seq, String text) {
        Talk.answer(revising(talk).edit(target(by, seq), text));
    }

    private static Target target(String by, long seq) {
        return new Target("general", seq, by);
    }

    private static Refusal refusal(Runnable change) {
        return catchThrowableOfType(Refusal.class, change::run);
    }
}
