package chatterbox.login;

import java.util.Optional;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.Caller;

/**
 * Whoever sent a request, as far as the authenticator could tell. What is open to everybody takes a visitor as they are;
 * everything else asks for the {@link #caller()}.
 */
public final class Visitor {
    private final Caller caller;
    private final Refusal refusal;

    private Visitor(Caller caller, Refusal refusal) {
        this.caller = caller;
        this.refusal = refusal;
    }

    static Visitor known(Caller caller) {
        return new Visitor(caller, null);
    }

    static Visitor unknown(Refusal refusal) {
        return new Visitor(null, refusal);
    }

    static Visitor anonymous() {
        return unknown(Refusal.of(Reason.SIGN_IN_AGAIN));
    }

    public Optional<Caller> known() {
        return Optional.ofNullable(caller);
    }

    /** Who it is, or a {@link Refusal}: {@code sign-in-again}, {@code banned} or {@code foreign-origin}. */
    public Caller caller() {
        return known().orElseThrow(() -> refusal);
    }
}
