package chatterbox.outbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FrameTest {
    /** RFC 6455 section 5.2: seven bits, or sixteen, or sixty-four; not masked. */
    @ParameterizedTest
    @CsvSource({"0, 2", "123, 2", "124, 4", "65533, 4", "65534, 10", "200000, 10"})
    void has_the_shortest_header_for_its_length(int events, int header) {
        var frame = Chunk.of("x".repeat(events)).frame(List.of(Chunk.of("x".repeat(events))));

        var wire = ByteBuffer.wrap(frame.wire());

        assertThat(wire.get()).isEqualTo((byte) 0x81);
        assertThat(lengthIn(wire)).isEqualTo(events + 2);
        assertThat(wire.position()).isEqualTo(header);
        assertThat(wire.remaining()).isEqualTo(events + 2);
    }

    @Test
    void joins_its_chunks_to_an_array() {
        var first = Chunk.of(List.of("{\"n\":1}", "{\"n\":2}"));
        var frame = first.frame(List.of(first, Chunk.of("{\"text\":\"grüße 😀\"}")));

        assertThat(frame.text()).isEqualTo("[{\"n\":1},{\"n\":2},{\"text\":\"grüße 😀\"}]");
        assertThat(new String(frame.wire(), 2, frame.wire().length - 2, StandardCharsets.UTF_8))
                .isEqualTo(frame.text());
        assertThat(Frame.EMPTY.text()).isEqualTo("[]");
    }

    @Test
    void is_made_once_for_all_who_get_the_same() {
        var first = Chunk.of("1");
        var second = Chunk.of("2");

        var frame = first.frame(List.of(first, second));

        assertThat(first.frame(List.of(first, second))).isSameAs(frame);
        assertThat(first.frame(List.of(first))).isNotSameAs(frame);
        assertThat(first.frame(List.of(first)).text()).isEqualTo("[1]");
    }

    private static long lengthIn(ByteBuffer wire) {
        var seven = wire.get();
        return switch (seven) {
            case 126 -> Short.toUnsignedInt(wire.getShort());
            case 127 -> wire.getLong();
            default -> seven;
        };
    }
}
