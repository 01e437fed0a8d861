package chatterbox.message;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chatterbox.journal.StreamId;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PostingTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_message_is_stored_and_told_as_it_was_typed(Engine engine) {
        try (var talk = new Talk(engine)) {
            var id = Talk.id();
            var ack = talk.post("ada", id, "general", "  hello \uD83D\uDC4B\r\n\rbye \n\n");
            assertThat(ack).isEqualTo(new Event.Ack(id, "general", 3));
            var message = talk.page(null, null, null).messages().get(0);
            assertThat(message.text()).isEqualTo("  hello \uD83D\uDC4B\n\nbye");
            assertThat(message.author()).isEqualTo("ada");
            assertThat(message.seq()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_text_with_nothing_to_see_is_empty(Engine engine) {
        try (var talk = new Talk(engine)) {
            for (var text :
                    List.of("", " \n\t", "\u00A0\u2003", "\u200B\u200D\uFEFF", "\u3164\u2800", "\uFE0F\u202E")) {
                assertThat(refusal(talk, text)).hasMessage("empty (text)");
            }
            talk.post("ada", "\u200Bx");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_texts_length_is_counted_in_code_points_once_it_is_tidied_up(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.post("ada", "\uD83D\uDC4B".repeat(Talk.LIMIT) + "\r\n  ");
            var refusal = refusal(talk, "x".repeat(Talk.LIMIT + 1));
            assertThat(refusal).hasMessage("too-long (text)");
            assertThat(refusal.parameters()).containsEntry("limit", Talk.LIMIT);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_no_database_and_no_page_can_show_is_malformed(Engine engine) {
        try (var talk = new Talk(engine)) {
            for (var text : List.of("\0", "a\u0007b", "\uD800", "\uFFFF")) {
                assertThat(refusal(talk, text)).hasMessage("malformed (text)");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void for_somebody_who_is_no_member_there_is_no_such_room(Engine engine) {
        try (var talk = new Talk(engine)) {
            var hidden = refusal(talk, "mallory", "general", "let me in");
            var missing = refusal(talk, "mallory", "no-such-room", "let me in");
            assertThat(hidden).hasMessage("not-found (room)").hasMessage(missing.getMessage());
            assertThat(refusal(talk, "mallory", "general", "")).hasMessage("not-found (room)");
            assertThat(talk.page(null, null, null).messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void rules_are_asked_in_their_order_and_the_first_no_counts(Engine engine) {
        try (var talk = new Talk(engine)) {
            var asked = new ArrayList<Integer>();
            talk.rules.add(rule(30, asked, Refusal.of(Reason.TOO_FAST).retryAfter(Duration.ofMillis(800))));
            talk.rules.add(rule(40, asked, Refusal.of(Reason.BANNED)));
            talk.rules.add(rule(20, asked, null));
            var refusal = refusal(talk, "hello");
            assertThat(refusal.reason()).isEqualTo(Reason.TOO_FAST);
            assertThat(refusal.parameters()).containsEntry("retryAfterMs", 800L);
            assertThat(asked).containsExactly(20, 30);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_rule_that_fails_lets_nothing_pass(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.rules.add(rule(20, new ArrayList<>(), new IllegalStateException("planted")));
            assertThat(refusal(talk, "hello").reason()).isEqualTo(Reason.BUSY);
            assertThat(talk.page(null, null, null).messages()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sent_again_a_post_gets_its_first_answer_although_a_rule_refuses_it_now(Engine engine) {
        try (var talk = new Talk(engine)) {
            var id = Talk.id();
            var first = talk.post("ada", id, "general", "once");
            talk.rules.add(rule(-1, new ArrayList<>(), Refusal.of(Reason.TOO_FAST)));
            assertThat(talk.post("ada", id, "general", "once")).isEqualTo(first);
            talk.house().restart();
            talk.house().removeMembership("general", "ada");
            assertThat(talk.post("ada", id, "general", "once")).isEqualTo(first);
            assertThat(refusal(talk, "grace", "general", "once").reason()).isEqualTo(Reason.TOO_FAST);
            assertThat(talk.page(null, null, null).messages()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_floods_is_told_to_wait_and_others_post_on(Engine engine) {
        try (var talk = new Talk(engine, 5)) {
            var first = Talk.id();
            var answer = talk.post("ada", first, "general", "first");
            for (int n = 1; n < 5; n++) {
                talk.post("ada", "text " + n);
            }
            var refused = refusal(talk, "one more");
            assertThat(refused.reason()).isEqualTo(Reason.TOO_FAST);
            assertThat(refused.parameters()).containsEntry("retryAfterMs", 1001L);
            assertThat(talk.post("ada", first, "general", "first")).isEqualTo(answer);
            talk.post("grace", "hello");
            assertThat(talk.house().journal().head(StreamId.room("general"))).isEqualTo(8);

            talk.pass(Duration.ofSeconds(1));
            talk.post("ada", "one more");
            assertThat(refusal(talk, "and another").reason()).isEqualTo(Reason.TOO_FAST);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_refused_for_another_reason_counts_too(Engine engine) {
        try (var talk = new Talk(engine, 5)) {
            for (int n = 0; n < 5; n++) {
                assertThat(refusal(talk, "").reason()).isEqualTo(Reason.EMPTY);
            }
            assertThat(refusal(talk, "").reason()).isEqualTo(Reason.TOO_FAST);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void another_post_under_the_same_id_is_a_conflict_before_and_after_a_restart(Engine engine) {
        try (var talk = new Talk(engine)) {
            var id = Talk.id();
            talk.post("ada", id, "general", "one");
            assertThat(refusal(talk, id, "two")).hasMessage("conflict (id)");
            talk.house().restart();
            assertThat(refusal(talk, id, "two")).hasMessage("conflict (id)");
            assertThat(refusal(talk, id, "")).hasMessage("conflict (id)");
            assertThat(talk.post("grace", id, "general", "two").seq()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void one_senders_order_is_kept_and_the_same_post_many_times_at_once_is_one(Engine engine) throws Exception {
        try (var talk = new Talk(engine)) {
            var posting = talk.posting();
            var ids = IntStream.range(0, 200).mapToObj(n -> Talk.id()).toList();
            var answers = new ArrayList<CompletableFuture<Event.Ack>>();
            for (var id : ids) {
                for (int again = 0; again < 3; again++) {
                    answers.add(posting.post("ada", new Command.Post(id, "general", "n"))
                            .toCompletableFuture());
                }
            }
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(30, SECONDS);
            assertThat(answers.stream().map(answer -> answer.join().seq()).distinct())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(3, 202).boxed().toList());
            assertThat(talk.page("0", null, "200").messages())
                    .extracting(Event.Message::id)
                    .containsExactlyElementsOf(ids);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_command_is_answered_through_its_asker(Engine engine) throws Exception {
        try (var talk = new Talk(engine)) {
            var handler = new PostHandler(talk.posting());
            var ada = new Waiting("ada");
            handler.handle(new Command.Post(Talk.id(), "general", "hello"), ada);
            assertThat(ada.answer.get(10, SECONDS)).isInstanceOf(Event.Ack.class);
            var mallory = new Waiting("mallory");
            var post = new Command.Post(Talk.id(), "general", "hello");
            handler.handle(post, mallory);
            assertThat(mallory.answer.handle((ack, why) -> why).get(10, SECONDS))
                    .hasMessage("not-found (room)");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_reply_points_to_its_original_and_pages_quote_what_they_do_not_hold(Engine engine) {
        try (var talk = new Talk(engine)) {
            var original = talk.post("ada", "first").seq();
            var reply = talk.reply("grace", "about that", original).seq();
            var page = talk.page(null, null, "1");
            assertThat(page.messages()).singleElement().satisfies(message -> {
                assertThat(message.seq()).isEqualTo(reply);
                assertThat(message.replyTo()).hasValue(original);
            });
            assertThat(page.quoted().orElseThrow())
                    .singleElement()
                    .satisfies(message -> assertThat(message.text()).isEqualTo("first"));
            assertThat(page.people()).extracting(Event.Person::username).contains("ada", "grace");
            assertThat(talk.page(null, null, "2").quoted()).hasValue(List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_reply_to_what_is_no_message_is_refused(Engine engine) {
        try (var talk = new Talk(engine)) {
            for (var seq : List.of(0L, 1L, 99L, -1L)) { // 1 is a joining
                assertThat(catchThrowableOfType(Refusal.class, () -> talk.reply("ada", "what?", seq)))
                        .hasMessage("not-found (replyTo)");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void members_whom_a_text_names_are_mentioned_and_nobody_else(Engine engine) {
        try (var talk = new Talk(engine)) {
            assertThat(mentions(talk, "hi @grace, and @Ada. @grace!")).containsExactly("grace", "ada");
            assertThat(mentions(talk, "@room look")).containsExactly("@room");
            assertThat(mentions(talk, "mail ada@grace or @mallory @nobody @")).isEmpty();
            assertThat(mentions(talk, "`@grace` and ```\n@ada\n``` not")).isEmpty();
            assertThat(mentions(talk, "```@ada without an end")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_reply_sent_again_is_the_same_and_without_its_original_another_command(Engine engine) {
        try (var talk = new Talk(engine)) {
            var original = talk.post("ada", "first").seq();
            var reply = new Command.Post(
                    Talk.id(), "general", "yes", Optional.of(original), Optional.empty(), Optional.empty());
            var ack = Talk.answer(talk.posting().post("ada", reply));
            assertThat(Talk.answer(talk.posting().post("ada", reply))).isEqualTo(ack);
            assertThat(refusal(talk, reply.id(), "yes")).hasMessage("conflict (id)");
        }
    }

    private static List<String> mentions(Talk talk, String text) {
        talk.post("ada", text);
        return talk.page(null, null, "1").messages().get(0).mentions().orElse(List.of());
    }

    private static Refusal refusal(Talk talk, String text) {
        return refusal(talk, "ada", "general", text);
    }

    private static Refusal refusal(Talk talk, UUID id, String text) {
        return catchThrowableOfType(Refusal.class, () -> talk.post("ada", id, "general", text));
    }

    private static Refusal refusal(Talk talk, String author, String room, String text) {
        return catchThrowableOfType(Refusal.class, () -> talk.post(author, Talk.id(), room, text));
    }

    private static PostingRule rule(int order, List<Integer> asked, RuntimeException answer) {
        return new PostingRule() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public void check(Draft draft) {
                asked.add(order);
                if (answer != null) {
                    throw answer;
                }
            }
        };
    }

    private record Waiting(String username, CompletableFuture<Event> answer) implements Asker {
        Waiting(String username) {
            this(username, new CompletableFuture<>());
        }

        @Override
        public void answer(Event event) {
            answer.complete(event);
        }

        @Override
        public void refuse(Command command, Throwable why) {
            answer.completeExceptionally(why);
        }
    }
}
