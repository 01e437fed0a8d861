package chatterbox.http;

import org.junit.jupiter.api.Test;

import jakarta.ws.rs.core.MediaType;

import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BodyFilterTest {
    static final class Hall {
        public void sit() {}

        public void write(Event.Head line) {}
    }

    @Test
    void a_body_that_nobody_described_is_refused_where_one_is_needed() throws Exception {
        var write = Hall.class.getMethod("write", Event.Head.class);
        assertThat(catchThrowableOfType(Refusal.class, () -> BodyFilter.check(write, null)))
                .hasMessage("unsupported-media-type");
        BodyFilter.check(write, MediaType.APPLICATION_JSON_TYPE);
        BodyFilter.check(Hall.class.getMethod("sit"), null);
        BodyFilter.check(null, null);
    }
}
