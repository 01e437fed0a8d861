package chatterbox.web;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.Optional;

import jakarta.ws.rs.core.MediaType;

import chatterbox.account.Role;
import chatterbox.login.Anonymous;
import chatterbox.login.Requires;
import chatterbox.protocol.Event;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AccessFilterTest {
    @Requires(Role.MODERATOR)
    static final class Desk {
        @Anonymous
        public void bell() {}

        @Requires(Role.ADMIN)
        public void safe() {}

        public void book() {}
    }

    static final class Hall {
        public void sit() {}

        public void write(Event.Head line) {}
    }

    @Test
    void a_stranger_may_call_only_what_is_marked_as_open() throws Exception {
        assertThatCode(() -> AccessFilter.check(method(Desk.class, "bell"), Optional.empty()))
                .doesNotThrowAnyException();
        for (var closed :
                new Method[] {method(Desk.class, "safe"), method(Desk.class, "book"), method(Hall.class, "sit"), null
                }) {
            assertThat(catchThrowableOfType(Refusal.class, () -> AccessFilter.check(closed, Optional.empty())))
                    .hasMessage("sign-in-again");
        }
    }

    @Test
    void a_body_that_nobody_described_is_refused_where_one_is_needed() throws Exception {
        var write = Hall.class.getMethod("write", Event.Head.class);
        assertThat(catchThrowableOfType(Refusal.class, () -> BodyFilter.check(write, null)))
                .hasMessage("unsupported-media-type");
        BodyFilter.check(write, MediaType.APPLICATION_JSON_TYPE);
        BodyFilter.check(method(Hall.class, "sit"), null);
        BodyFilter.check(null, null);
    }

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        return type.getMethod(name);
    }
}
