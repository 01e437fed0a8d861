package chatterbox.protocol;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CodecTest {
    enum Colour {
        RED,
        DARK_BLUE
    }

    record Everything(
            String text,
            boolean flag,
            int count,
            long number,
            UUID id,
            Instant at,
            Colour colour,
            List<String> texts,
            List<Part> parts,
            Part part,
            Optional<String> maybe,
            Optional<Long> maybeNumber,
            @Flat Map<String, Object> rest) {}

    record Part(String name, Optional<Colour> colour) {}

    @RepeatedTest(200)
    void whatever_is_written_reads_back_as_the_same_record(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var record = everything(random);
        assertThat(Codec.read(Everything.class, Codec.write(record))).isEqualTo(record);
    }

    @Test
    void fields_that_nobody_knows_are_not_looked_at() {
        var read =
                Codec.read(Part.class, "{\"new\":{\"a\":[1,2,{}]},\"name\":\"x\",\"colour\":\"dark-blue\",\"z\":null}");
        assertThat(read).isEqualTo(new Part("x", Optional.of(Colour.DARK_BLUE)));
    }

    @Test
    void parameters_are_texts_numbers_and_booleans_and_nothing_else() {
        var refused =
                "{\"type\":\"refused\",\"reason\":\"x\",\"limit\":3,\"now\":true,\"list\":[1],\"map\":{\"a\":1},\"none\":null}";
        var read = Codec.event(Json.object(refused));
        assertThat(read)
                .isEqualTo(
                        new Event.Refused(Optional.empty(), "x", Optional.empty(), Map.of("limit", 3L, "now", true)));
    }

    @Test
    void a_frame_down_is_an_array_of_objects() {
        assertThat(Json.objects("[]")).isEmpty();
        assertThat(Json.objects("[{\"a\":1},{}]")).isEqualTo(List.of(Map.of("a", 1L), Map.of()));
        for (var wrong : List.of("{}", "[1]", "[{}]]", "")) {
            assertThat(catchThrowableOfType(Refusal.class, () -> Json.objects(wrong)))
                    .as(wrong)
                    .isNotNull();
        }
    }

    @Test
    void null_is_the_same_as_absent() {
        assertThat(Codec.read(Part.class, "{\"name\":\"x\",\"colour\":null}"))
                .isEqualTo(Codec.read(Part.class, "{\"name\":\"x\"}"));
        assertThat(Codec.write(new Part("x", Optional.empty()))).isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void a_list_holds_no_null_and_only_what_it_may() {
        record Names(List<String> names) {}
        for (var list : List.of("[null]", "[\"a\",null]", "[1]", "{}", "\"a\"", "[[]]")) {
            assertThat(catchThrowableOfType(Refusal.class, () -> Codec.read(Names.class, "{\"names\":" + list + "}")))
                    .hasMessage("malformed (names)");
        }
    }

    @Test
    void a_UUID_may_be_in_upper_case_and_goes_out_in_lower() {
        var id = "01900000-ABCD-7000-8000-00000000000F";
        var post = (Command.Post) Codec.command(Map.of("type", "post", "id", id, "room", "general", "text", "hi"));
        assertThat(Codec.write(new Event.Ack(post.id(), "general", 1))).contains(id.toLowerCase());
    }

    @Test
    void times_have_milliseconds_always_and_no_more() {
        var event = new Event.Left("general", 1, "ada", Optional.empty(), Instant.parse("2026-01-01T12:00:00.999999Z"));
        assertThat(Codec.write(event)).contains("\"at\":\"2026-01-01T12:00:00.999Z\"");
    }

    @Test
    void thirty_two_levels_are_read() {
        var nested = "{\"type\":\"renew\",\"token\":\"t\",\"x\":" + "[".repeat(31) + "]".repeat(31) + "}";
        assertThat(Codec.command(Json.object(nested))).isEqualTo(new Command.Renew("t"));
    }

    @Test
    void an_unfollow_names_a_room_or_a_user() {
        assertThat(Codec.command(Json.object("{\"type\":\"unfollow\",\"user\":\"ada\"}")))
                .isEqualTo(new Command.Unfollow(Optional.empty(), Optional.of("ada")));
    }

    private static Everything everything(Random random) {
        return new Everything(
                text(random),
                random.nextBoolean(),
                random.nextInt(),
                random.nextLong(),
                new UUID(random.nextLong(), random.nextLong()),
                Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L)),
                Colour.values()[random.nextInt(2)],
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(n -> text(random))
                        .toList(),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(n -> part(random))
                        .toList(),
                part(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(text(random)),
                random.nextBoolean() ? Optional.empty() : Optional.of(random.nextLong()),
                random.nextBoolean() ? Map.of() : Map.of("limit", random.nextLong(), "warning", text(random)));
    }

    private static Part part(Random random) {
        return new Part(text(random), Optional.of(Colour.values()[random.nextInt(2)]));
    }

    /** Any code points but lone surrogates, which no text on the wire may hold. */
    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, Character.MAX_CODE_POINT + 1)
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
