package chatterbox.account;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Asserts that something is refused. */
final class Refusals {
    private Refusals() {}

    static Refusal assertRefused(Reason reason, ThrowingCallable what) {
        var failure = catchThrowable(what);
        assertThat(failure).isInstanceOf(Refusal.class);
        assertThat(((Refusal) failure).reason()).isEqualTo(reason);
        return (Refusal) failure;
    }
}
