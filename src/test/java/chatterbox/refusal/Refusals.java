package chatterbox.refusal;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Asserts that something is refused. */
public final class Refusals {
    private Refusals() {}

    public static Refusal assertRefused(Reason reason, ThrowingCallable what) {
        var failure = catchThrowable(what);
        assertThat(failure).isInstanceOf(Refusal.class);
        assertThat(((Refusal) failure).reason()).isEqualTo(reason);
        return (Refusal) failure;
    }
}
