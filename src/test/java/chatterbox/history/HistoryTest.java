package chatterbox.history;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import chatterbox.journal.StreamId;
import chatterbox.message.Talk;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HistoryTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void without_a_cursor_the_latest_messages_come_oldest_first(Engine engine) {
        try (var talk = new Talk(engine)) {
            var posted = post(talk, 60);
            var page = talk.page(null, null, null);
            assertThat(seqs(page)).isEqualTo(posted.subList(10, 60));
            assertThat(page.more()).isTrue();
            assertThat(page.head()).isEqualTo(62);
            assertThat(page.epoch()).isEqualTo(talk.house().journal().epoch());
            assertThat(page.people()).extracting(Event.Person::username).containsExactlyInAnyOrder("ada", "grace");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pages_put_together_are_the_whole_in_either_direction(Engine engine) {
        try (var talk = new Talk(engine)) {
            var posted = post(talk, 25);
            for (var limit : List.of("1", "7", "25", "200")) {
                assertThat(backwards(talk, limit)).isEqualTo(posted);
                assertThat(forwards(talk, limit)).isEqualTo(posted);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void cursors_are_exclusive_and_may_be_any_number(Engine engine) {
        try (var talk = new Talk(engine)) {
            post(talk, 5); // 3 to 7
            assertThat(seqs(talk.page("3", null, "2"))).containsExactly(4L, 5L);
            assertThat(seqs(talk.page(null, "5", "50"))).containsExactly(3L, 4L);
            assertThat(seqs(talk.page("3", "6", "50"))).containsExactly(4L, 5L);
            assertThat(seqs(talk.page(null, "0", "50"))).isEmpty();
            assertThat(seqs(talk.page("" + Long.MAX_VALUE, null, null))).isEmpty();
            assertThat(talk.page("7", null, null).more()).isFalse();
            assertThat(talk.page("5", null, "2").more()).isFalse();
            assertThat(talk.page("5", null, "1").more()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_page_shows_what_the_log_told(Engine engine) {
        try (var talk = new Talk(engine)) {
            post(talk, 3);
            var told = talk.house().journal().after(StreamId.room("general"), 2, 10).stream()
                    .map(entry -> Codec.read(Event.Message.class, entry.json()))
                    .toList();
            assertThat(talk.page(null, null, null).messages()).isEqualTo(told);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_room_without_messages_has_an_empty_page(Engine engine) {
        try (var talk = new Talk(engine)) {
            var page = talk.page(null, null, null);
            assertThat(page.messages()).isEmpty();
            assertThat(page.people()).isEmpty();
            assertThat(page.more()).isFalse();
            assertThat(page.head()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_page_around_a_message_has_it_in_the_middle_and_says_what_is_beyond(Engine engine) {
        try (var talk = new Talk(engine)) {
            post(talk, 20); // 3 to 22
            var middle = talk.history().around("general", 12, 5);
            assertThat(seqs(middle)).containsExactly(10L, 11L, 12L, 13L, 14L);
            assertThat(middle.more()).isTrue();
            assertThat(middle.moreAfter()).hasValue(true);
            var start = talk.history().around("general", 3, 4);
            assertThat(seqs(start)).containsExactly(3L, 4L);
            assertThat(start.more()).isFalse();
            var end = talk.history().around("general", 22, 4);
            assertThat(seqs(end)).containsExactly(20L, 21L, 22L);
            assertThat(end.moreAfter()).hasValue(false);
            assertThat(talk.page(null, null, null).moreAfter()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_page_at_a_time_has_the_first_message_since_then_in_the_middle(Engine engine) {
        try (var talk = new Talk(engine)) {
            post(talk, 20); // 3 to 22
            talk.house()
                    .transactions()
                    .write(transaction -> transaction
                            .createNativeQuery("UPDATE message SET at = seq * 60000000")
                            .executeUpdate());
            assertThat(seqs(talk.history().at("general", Instant.EPOCH.plusSeconds(12 * 60), 4)))
                    .containsExactly(10L, 11L, 12L, 13L);
            var between = talk.history().at("general", Instant.EPOCH.plusSeconds(11 * 60 + 1), 4);
            assertThat(seqs(between)).containsExactly(10L, 11L, 12L, 13L);
            assertThat(between.moreAfter()).hasValue(true);
            assertThat(seqs(talk.history().at("general", Instant.EPOCH, 4))).containsExactly(3L, 4L);
            var beyond = talk.history().at("general", Instant.EPOCH.plusSeconds(23 * 60), 4);
            assertThat(seqs(beyond)).containsExactly(21L, 22L);
            assertThat(beyond.moreAfter()).hasValue(false);
        }
    }

    @Test
    void a_time_is_said_with_its_offset() {
        assertThat(Window.instant("at", "2026-01-31T01:00:00+01:00")).isEqualTo("2026-01-31T00:00:00Z");
        assertThat(catchThrowableOfType(Refusal.class, () -> Window.instant("at", "2026-01-31")))
                .hasMessage("malformed (at)");
    }

    @ParameterizedTest
    @CsvSource({
        "abc,,,after",
        "-1,,,after",
        "'',,,after",
        "9223372036854775808,,,after",
        "1.5,,,after",
        ",abc,,before",
        ",-1,,before",
        ",,0,limit",
        ",,201,limit",
        ",,x,limit",
        ",,4294967297,limit"
    })
    void a_parameter_that_is_no_number_in_range_is_malformed(String after, String before, String limit, String field) {
        assertThat(catchThrowableOfType(Refusal.class, () -> Window.of(after, before, limit)))
                .hasMessage("malformed (" + field + ")");
    }

    private static List<Long> post(Talk talk, int count) {
        return IntStream.range(0, count)
                .mapToObj(n ->
                        talk.post(n % 2 == 0 ? "ada" : "grace", "message " + n).seq())
                .toList();
    }

    private static List<Long> backwards(Talk talk, String limit) {
        var all = new ArrayList<Long>();
        Answer.Page page;
        do {
            page = talk.page(null, all.isEmpty() ? null : all.get(0).toString(), limit);
            all.addAll(0, seqs(page));
        } while (page.more());
        return all;
    }

    private static List<Long> forwards(Talk talk, String limit) {
        var all = new ArrayList<Long>();
        Answer.Page page;
        do {
            page = talk.page(all.isEmpty() ? "0" : all.get(all.size() - 1).toString(), null, limit);
            all.addAll(seqs(page));
        } while (page.more());
        return all;
    }

    private static List<Long> seqs(Answer.Page page) {
        return page.messages().stream().map(Event.Message::seq).toList();
    }
}
