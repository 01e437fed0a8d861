package chatterbox.session;

/** Why login sessions ended, and whether their account may come back by signing in again. */
public enum Ending {
    SIGNED_OUT(true),
    EXPIRED(true),
    /** A refresh token was used twice: one of the two users stole it. */
    TOKEN_REUSED(true),
    DEMOTED(true),
    BANNED(false);

    private final boolean mayReturn;

    Ending(boolean mayReturn) {
        this.mayReturn = mayReturn;
    }

    public boolean mayReturn() {
        return mayReturn;
    }
}
