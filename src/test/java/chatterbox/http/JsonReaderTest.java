package chatterbox.http;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonReaderTest {
    record Body(String text, Optional<Long> count) {}

    @Test
    void a_body_becomes_a_record() throws Exception {
        assertThat(read("{\"text\":\"h\u00E9llo \uD83D\uDC4B\",\"count\":3}"))
                .isEqualTo(new Body("h\u00E9llo \uD83D\uDC4B", Optional.of(3L)));
        assertThat(read(" {\"text\":\"\",\"more\":[]}\n")).isEqualTo(new Body("", Optional.empty()));
    }

    @Test
    void the_cap_is_64_KiB_and_not_a_byte_more() throws Exception {
        var frame = "{\"text\":\"\"}";
        var longest = "{\"text\":\"" + "x".repeat(JsonReader.MOST_BYTES - frame.length()) + "\"}";
        assertThat(read(longest).text()).hasSize(JsonReader.MOST_BYTES - frame.length());
        assertThat(refusal(bytes(longest + " "))).hasMessage("too-large");
    }

    @Test
    void what_is_no_JSON_in_UTF_8_says_so() {
        assertThat(refusal(new byte[0])).hasMessage("not-json");
        assertThat(refusal(bytes("text=hello"))).hasMessage("not-json");
        assertThat(refusal("{\"text\":\"\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("not-json");
        assertThat(refusal("{\"text\":\"x\"}".getBytes(StandardCharsets.UTF_16)))
                .hasMessage("not-json");
        assertThat(refusal(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
                .hasMessage("not-json");
    }

    @Test
    void a_field_that_is_missing_or_of_another_kind_is_named() {
        assertThat(refusal(bytes("{}"))).hasMessage("missing (text)");
        assertThat(refusal(bytes("{\"text\":null}"))).hasMessage("missing (text)");
        assertThat(refusal(bytes("{\"text\":{}}"))).hasMessage("malformed (text)");
        assertThat(refusal(bytes("{\"text\":\"\",\"count\":\"3\"}"))).hasMessage("malformed (count)");
        assertThat(refusal(bytes("[]"))).hasMessage("malformed");
    }

    private static Body read(String json) throws IOException {
        return JsonReader.read(Body.class, new ByteArrayInputStream(bytes(json)));
    }

    private static Refusal refusal(byte[] body) {
        return catchThrowableOfType(Refusal.class, () -> JsonReader.read(Body.class, new ByteArrayInputStream(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
