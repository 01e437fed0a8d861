package chatterbox.thread;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import chatterbox.history.Window;
import chatterbox.journal.Batch;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.message.Talk;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;
import chatterbox.revision.Revisions;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ThreadsTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_reply_stands_in_its_thread_alone_unless_it_is_for_the_room_too(Engine engine) {
        try (var talk = new Talk(engine)) {
            var root = talk.post("ada", "shall we?").seq();
            var next = talk.post("ada", "something else").seq();
            var reply = talk.postIn(root, "grace", "let us").seq();
            var also = Talk.answer(talk.posting().post("ada", Talk.inThread(root, "settled", true)))
                    .seq();

            assertThat(numbers(talk.page(null, null, null).messages())).containsExactly(root, next, also);
            assertThat(numbers(talk.page("0", null, "2").messages())).containsExactly(root, next);
            assertThat(numbers(talk.history().around("general", reply, 3).messages()))
                    .containsExactly(root, next);
            assertThat(numbers(talk.history().around("general", also, 1).messages()))
                    .containsExactly(also);
            var thread = thread(talk, "ada", root, Window.of(null, null, null));
            assertThat(thread.root().seq()).isEqualTo(root);
            assertThat(numbers(thread.messages())).containsExactly(reply, also);
            assertThat(thread.messages()).extracting(Event.Message::thread).containsOnly(Optional.of(root));
            assertThat(thread.people()).extracting(Event.Person::username).containsExactly("ada", "grace");
            var first = thread(talk, "ada", root, Window.of("0", null, "1"));
            assertThat(numbers(first.messages())).containsExactly(reply);
            assertThat(first.more()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_root_is_a_message_that_is_there_and_in_no_thread(Engine engine) {
        try (var talk = new Talk(engine)) {
            var root = talk.post("ada", "shall we?").seq();
            var reply = talk.postIn(root, "grace", "let us").seq();
            for (var wrong : List.of(reply, 9_999L)) {
                assertThat(refusal(() -> talk.postIn(wrong, "ada", "no"))).hasMessage("not-found (thread)");
            }
            Revisions.delete(talk, "ada", root);
            assertThat(refusal(() -> talk.postIn(root, "ada", "no"))).hasMessage("not-found (thread)");
            var thread = thread(talk, "ada", root, Window.of(null, null, null));
            assertThat(thread.root().state().orElseThrow().deletedBy()).hasValue("ada");
            assertThat(thread.root().state().orElseThrow().thread()).isPresent();
            assertThat(numbers(thread.messages())).containsExactly(reply);
            assertThat(refusal(() -> thread(talk, "ada", reply, Window.of(null, null, null))))
                    .hasMessage("not-found (seq)");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_root_tells_how_many_replied_and_who_the_latest_were(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.house().register("joan", "Joan");
            talk.house().register("mary", "Mary");
            var root = talk.post("ada", "shall we?").seq();
            assertThat(talk.history().message("general", root).state()).isEmpty();
            for (var name : List.of("ada", "grace", "joan", "grace")) {
                talk.postIn(root, name, "yes");
            }
            var last = talk.postIn(root, "mary", "no").seq();
            assertThat(replies(talk, root)).get().satisfies(replies -> {
                assertThat(replies.replies()).isEqualTo(5);
                assertThat(replies.people()).containsExactly("mary", "grace", "joan");
                assertThat(replies.lastAt())
                        .isEqualTo(talk.history().message("general", last).at());
            });
            Revisions.delete(talk, "mary", last);
            var told = Codec.read(Event.Deleted.class, logged(talk, StreamId.room("general")));
            assertThat(told.thread()).hasValue(root);
            assertThat(told.replies()).isEqualTo(replies(talk, root)).get().satisfies(replies -> {
                assertThat(replies.replies()).isEqualTo(4);
                assertThat(replies.people()).containsExactly("grace", "joan", "ada");
            });
            thread(talk, "ada", root, Window.of(null, null, null))
                    .messages()
                    .forEach(message -> Revisions.delete(talk, message.author(), message.seq()));
            assertThat(replies(talk, root)).isEmpty();
            assertThat(Codec.read(Event.Deleted.class, logged(talk, StreamId.room("general")))
                            .replies())
                    .isEmpty();
            assertThat(list(talk, "ada").threads()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_room_counts_of_a_thread_only_what_names_one_or_is_for_the_room_too(Engine engine) {
        try (var talk = new Talk(engine)) {
            var root = talk.post("ada", "shall we?").seq();
            talk.postIn(root, "grace", "let us");
            assertThat(counts(talk, "ada")).containsExactly(0, 0);
            talk.postIn(root, "grace", "well @ada");
            assertThat(counts(talk, "ada")).containsExactly(1, 1);
            Talk.answer(talk.posting().post("grace", Talk.inThread(root, "settled", true)));
            assertThat(counts(talk, "ada")).containsExactly(2, 1);
            talk.postIn(root, "grace", "all of you, @room");
            assertThat(counts(talk, "ada")).containsExactly(3, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_wrote_replies_or_is_named_follows_and_their_devices_are_told(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.house().register("joan", "Joan");
            talk.house().register("mary", "Mary");
            var root = talk.post("ada", "shall we, @mary?").seq();
            var first = talk.postIn(root, "grace", "let us").seq();
            var second = talk.postIn(root, "grace", "what does @joan say?").seq();
            assertTold(talk, "ada", new Told(root, true, root, 2));
            assertTold(talk, "grace", new Told(root, true, first, 0));
            assertTold(talk, "joan", new Told(root, true, second - 1, 1));
            assertThat(list(talk, "mary").threads()).isEmpty();
            assertThat(list(talk, "ada").threads()).singleElement().satisfies(thread -> {
                assertThat(thread.unread()).isEqualTo(2);
                assertThat(thread.upTo()).isEqualTo(root);
                assertThat(thread.root().text()).isEqualTo("shall we, @mary?");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_stopped_follows_again_by_replying_alone(Engine engine) {
        try (var talk = new Talk(engine)) {
            var root = talk.post("ada", "shall we?").seq();
            talk.postIn(root, "grace", "let us");
            var following = following(talk);
            for (var again = 0; again < 2; again++) {
                Journal.await(following.stop("ada", "general", root));
            }
            assertThat(facts(talk, "ada")).hasSize(1);
            talk.postIn(root, "grace", "@ada?");
            assertThat(list(talk, "ada").threads()).isEmpty();
            var reply = talk.postIn(root, "ada", "well").seq();
            assertTold(talk, "ada", new Told(root, true, reply, 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void reading_moves_forward_only_and_is_told_once(Engine engine) {
        try (var talk = new Talk(engine)) {
            var root = talk.post("ada", "shall we?").seq();
            var first = talk.postIn(root, "grace", "one").seq();
            var last = talk.postIn(root, "grace", "two").seq();
            var following = following(talk);
            Journal.await(following.read("ada", "general", root, first));
            assertTold(talk, "ada", new Told(root, true, first, 1));
            Journal.await(following.read("ada", "general", root, 1_000));
            Journal.await(following.read("ada", "general", root, first));
            assertTold(talk, "ada", new Told(root, true, last, 0));
            assertThat(facts(talk, "ada")).hasSize(2);
            assertThat(thread(talk, "ada", root, Window.of(null, null, null)).upTo())
                    .isEqualTo(last);
            assertThat(refusal(() -> following.read("mallory", "general", root, last)))
                    .hasMessage("not-found (room)");
            assertThat(refusal(() -> following.follow("ada", "general", last))).hasMessage("not-found (thread)");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void devices_that_wish_otherwise_at_once_end_with_what_was_told_last(Engine engine) {
        try (var talk = new Talk(engine)) {
            var root = talk.post("ada", "shall we?").seq();
            var seqs = new ArrayList<Long>();
            for (var number = 0; number < 20; number++) {
                seqs.add(talk.postIn(root, "grace", "reply " + number).seq());
            }
            var following = following(talk);
            seqs.stream()
                    .flatMap(seq -> Stream.of(
                            following.read("ada", "general", root, seq), following.follow("ada", "general", root)))
                    .toList()
                    .forEach(Journal::await);
            assertTold(talk, "ada", new Told(root, true, seqs.get(19), 0));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_list_has_the_latest_first_page_by_page_and_only_of_ones_rooms(Engine engine) {
        try (var talk = new Talk(engine)) {
            var roots = Stream.of("one", "two", "three")
                    .map(text -> talk.post("ada", text).seq())
                    .toList();
            roots.forEach(root -> talk.postIn(root, "grace", "yes"));
            talk.postIn(roots.get(0), "grace", "again");
            var first = list(talk, "ada", Cursor.NEWEST, 2);
            assertThat(first.more()).isTrue();
            assertThat(first.people()).containsExactly(new Event.Person("ada", "ada"));
            var last = first.threads().get(1);
            var next = list(
                    talk,
                    "ada",
                    Cursor.of(last.lastAt() + "/general/" + last.root().seq()),
                    2);
            assertThat(next.more()).isFalse();
            assertThat(Stream.of(first, next).flatMap(page -> page.threads().stream()))
                    .extracting(thread -> thread.root().seq())
                    .containsExactly(roots.get(0), roots.get(2), roots.get(1));
            talk.house().removeMembership("general", "ada");
            assertThat(list(talk, "ada").threads()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_in_no_thread_writes_nothing_for_threads(Engine engine) {
        try (var talk = new Talk(engine)) {
            var first =
                    talk.post("ada", "hello @grace, a \"thread\":1 in a text").seq();
            talk.reply("grace", "hello", first);
            Talk.answer(talk.posting()
                    .post(
                            "ada",
                            new Command.Post(
                                    UUID.randomUUID(),
                                    "general",
                                    "also",
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(true))));
            assertThat(rows(talk, "thread") + rows(talk, "thread_follower")).isZero();
            assertThat(talk.page(null, null, null).messages())
                    .hasSize(3)
                    .allSatisfy(message -> assertThat(message.also()).isEmpty());
        }
    }

    private static long rows(Talk talk, String table) {
        return talk.house()
                .transactions()
                .read(transaction -> ((Number) transaction
                                .createNativeQuery("SELECT COUNT(*) FROM " + table)
                                .getSingleResult())
                        .longValue());
    }

    private record Told(long root, boolean following, long upTo, int unread) {}

    /** Passes on what was committed until this is what their devices were told last. */
    private static void assertTold(Talk talk, String username, Told expected) {
        while (!Optional.of(expected).equals(told(talk, username))) {
            var batch = next(talk);
            assertThat(batch)
                    .as("told to " + username + ": " + told(talk, username))
                    .isNotNull();
            talk.beginning().committed(batch);
        }
    }

    private static Batch next(Talk talk) {
        try {
            return talk.house().published().poll(10, SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Told> told(Talk talk, String username) {
        return facts(talk, username).stream()
                .map(fact -> new Told(fact.root(), fact.following(), fact.upTo(), fact.unread()))
                .reduce((earlier, later) -> later);
    }

    private static List<Event.Thread> facts(Talk talk, String username) {
        return talk.house().journal().after(StreamId.user(username), 0, 100).stream()
                .filter(entry -> entry.tells(Event.Thread.class))
                .map(entry -> Codec.read(Event.Thread.class, entry.json()))
                .toList();
    }

    private static Following following(Talk talk) {
        var house = talk.house();
        return new Following(house.memberships(), house.transactions(), house.journal(), new Aside());
    }

    private static Answer.Threads list(Talk talk, String username) {
        return list(talk, username, Cursor.NEWEST, 50);
    }

    private static Answer.Threads list(Talk talk, String username, Cursor behind, int limit) {
        var house = talk.house();
        return new FollowedThreads(
                        house.transactions(),
                        house.journal(),
                        names -> names.stream()
                                .map(name -> new Event.Person(name, name))
                                .toList())
                .of(username, behind, limit);
    }

    private static Answer.Thread thread(Talk talk, String username, long root, Window window) {
        return talk.history().thread("general", root, window, new Seat("general", root, username)::marker);
    }

    private static Optional<Event.Replies> replies(Talk talk, long root) {
        return talk.history().message("general", root).state().flatMap(Event.State::thread);
    }

    private static String logged(Talk talk, StreamId stream) {
        var journal = talk.house().journal();
        return journal.after(stream, journal.head(stream) - 1, 1).get(0).json();
    }

    private static List<Integer> counts(Talk talk, String username) {
        var head = talk.house().rooms().head("general", username);
        return List.of(head.unread(), head.mentions());
    }

    private static List<Long> numbers(List<Event.Message> messages) {
        return messages.stream().map(Event.Message::seq).toList();
    }

    private static Refusal refusal(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run);
    }
}
