package chatterbox.web;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.Optional;

import chatterbox.account.Role;
import chatterbox.login.Anonymous;
import chatterbox.login.Requires;
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

    private static Method method(Class<?> type, String name) throws NoSuchMethodException {
        return type.getMethod(name);
    }
}
