package chatterbox.search;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import chatterbox.account.Accounts;
import chatterbox.journal.Batch;
import chatterbox.journal.StreamId;
import chatterbox.message.Talk;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SearchTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void words_phrases_and_beginnings_are_found_the_newest_first(Engine engine) {
        try (var talk = new Talk(engine)) {
            for (var text : List.of(
                    "the quick brown fox", "Quick! a Café", "quickly, brown the fox", "日本語を話す", "e-mail v2.0 2026")) {
                talk.post("ada", text);
            }
            assertThat(found(talk, "quick"))
                    .containsExactly("quickly, brown the fox", "Quick! a Café", "the quick brown fox");
            assertThat(found(talk, "quick fox")).containsExactly("the quick brown fox");
            assertThat(found(talk, "\"brown fox\"")).containsExactly("the quick brown fox");
            assertThat(found(talk, "\"quick\"")).containsExactly("Quick! a Café", "the quick brown fox");
            assertThat(found(talk, "CAFE")).containsExactly("Quick! a Café");
            assertThat(found(talk, "caf")).containsExactly("Quick! a Café");
            assertThat(found(talk, "q")).isEmpty();
            assertThat(found(talk, "本")).containsExactly("日本語を話す");
            assertThat(found(talk, "本語")).containsExactly("日本語を話す");
            assertThat(found(talk, "日語")).isEmpty();
            assertThat(found(talk, "mail v2.0")).containsExactly("e-mail v2.0 2026");
            assertThat(found(talk, "e-mail")).containsExactly("e-mail v2.0 2026");
            assertThat(found(talk, "' OR \" ) * : & | ! <->")).isEmpty();
            assertThat(found(talk, "!!!")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_found_is_marked_in_utf16_units(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.post("ada", "👋 Cafe\u0301 日本語 cafes");
            assertThat(hits(talk, "ada", "本語 caf").hits().get(0).marks())
                    .containsExactly(List.of(3, 8), List.of(10, 12), List.of(13, 18));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void only_rooms_that_one_is_a_member_of_are_read(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.house().room("vault");
            talk.house().addMembership("vault", "ada");
            talk.post("ada", "treasure in general");
            Talk.answer(talk.posting().post("ada", new Command.Post(id(), "vault", "treasure in the vault")));
            assertThat(found(talk, "treasure")).hasSize(2);
            assertThat(texts(hits(talk, "grace", "treasure"))).containsExactly("treasure in general");
            assertThat(texts(hits(talk, "grace", "in:vault treasure"))).isEmpty();
            assertThat(texts(hits(talk, "mallory", "treasure"))).isEmpty();
            talk.house().removeMembership("vault", "ada");
            assertThat(found(talk, "treasure")).containsExactly("treasure in general");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void filters_narrow_it_down_with_and_without_words(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.post("ada", "from ada");
            talk.post("grace", "from grace");
            assertThat(found(talk, "from:Grace")).containsExactly("from grace");
            assertThat(found(talk, "from from:@ada")).containsExactly("from ada");
            assertThat(found(talk, "from:nobody")).isEmpty();
            assertThat(found(talk, "in:General from")).hasSize(2);
            assertThat(found(talk, "in:nowhere from")).isEmpty();
            assertThat(found(talk, "from before:2020-01-01")).isEmpty();
            assertThat(found(talk, "from after:2020-01-01 before:9999-01-01")).hasSize(2);
            assertThat(found(talk, "from after:9998-01-01")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pages_put_together_are_the_whole(Engine engine) {
        try (var talk = new Talk(engine)) {
            for (int n = 0; n < 7; n++) {
                talk.post("ada", "word " + n);
            }
            var first = search(talk).find("ada", Query.of("word"), Optional.empty(), 4);
            assertThat(texts(first)).containsExactly("word 6", "word 5", "word 4", "word 3");
            assertThat(first.more()).isTrue();
            var last = first.hits().get(3).message();
            var rest = search(talk)
                    .find("ada", Query.of("word"), Optional.of(Cursor.of(last.room() + "/" + last.seq())), 4);
            assertThat(texts(rest)).containsExactly("word 2", "word 1", "word 0");
            assertThat(rest.more()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_versions_before_wrote_is_indexed_at_the_start_once(Engine engine) {
        try (var talk = new Talk(engine)) {
            talk.post("ada", "old words");
            var lines = List.of("DELETE FROM message_words", "UPDATE message SET indexed = NULL");
            lines.forEach(sql -> talk.house()
                    .transactions()
                    .write(transaction -> transaction.createNativeQuery(sql).executeUpdate()));
            assertThat(talk.index().catchUp()).isEqualTo(1);
            assertThat(talk.index().catchUp()).isZero();
            assertThat(found(talk, "old")).containsExactly("old words");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void it_follows_what_is_posted(Engine engine) throws Exception {
        try (var talk = new Talk(engine)) {
            var index = talk.index();
            index.start();
            for (int n = 0; n < 120; n++) {
                talk.post("ada", "word " + n);
            }
            index.committed(new Batch(StreamId.room("general"), List.of()));
            for (var deadline = System.nanoTime() + 20_000_000_000L; indexed(talk) < 120; Thread.sleep(20)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
            index.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_edited_or_deleted_before_it_was_indexed_is_found_as_it_is(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "first words").seq();
            talk.house().transactions().write(transaction -> {
                talk.index().changed(transaction, edited(talk.history().message("general", seq), "second words"));
                return transaction
                        .createQuery("UPDATE Message m SET m.text = 'second words' WHERE m.seq = :seq")
                        .setParameter("seq", seq)
                        .executeUpdate();
            });
            assertThat(hits(talk, "ada", "first").hits()).isEmpty();
            assertThat(hits(talk, "ada", "second").hits()).hasSize(1);
        }
    }

    private static long indexed(Talk talk) {
        return talk.house()
                .transactions()
                .read(transaction -> ((Number) transaction
                                .createNativeQuery("SELECT COUNT(*) FROM message_words")
                                .getSingleResult())
                        .longValue());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void another_text_is_found_by_its_words_and_none_by_none(Engine engine) {
        try (var talk = new Talk(engine)) {
            var seq = talk.post("ada", "first words").seq();
            var message = talk.history().message("general", seq);
            talk.index().catchUp();
            talk.house().transactions().write(transaction -> {
                talk.index().changed(transaction, edited(message, "second words"));
                return null;
            });
            assertThat(hits(talk, "ada", "first").hits()).isEmpty();
            assertThat(hits(talk, "ada", "second").hits()).hasSize(1);
            talk.house().transactions().write(transaction -> {
                talk.index().removed(transaction, "general", seq);
                return null;
            });
            assertThat(hits(talk, "ada", "words").hits()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', empty (q)", "' ', empty (q)", ", missing (q)", "before:tomorrow, malformed (q)"})
    void a_query_that_makes_no_sense_is_refused(String q, String why) {
        assertThat(catchThrowableOfType(Refusal.class, () -> Query.of(q))).hasMessage(why);
    }

    private static Event.Message edited(Event.Message message, String text) {
        return new Event.Message(message.room(), message.seq(), message.id(), message.author(), text, message.at());
    }

    private static List<String> found(Talk talk, String q) {
        return texts(hits(talk, "ada", q));
    }

    private static List<String> texts(Answer.Hits hits) {
        return hits.hits().stream().map(hit -> hit.message().text()).toList();
    }

    private static Answer.Hits hits(Talk talk, String member, String q) {
        return search(talk).find(member, Query.of(q), Optional.empty(), 50);
    }

    private static Search search(Talk talk) {
        var house = talk.house();
        return new Search(
                house.transactions(),
                house.database().engine(),
                talk.index(),
                new Accounts(house.transactions(), house.database())::person);
    }

    private static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
