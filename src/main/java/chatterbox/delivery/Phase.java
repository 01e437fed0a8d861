package chatterbox.delivery;

/** How the line to the server stands. */
public enum Phase {
    /** Dialling, or waiting for the welcome. */
    CONNECTING,
    /** Welcomed. */
    OPEN,
    /** Lost; will be dialled again after a while. */
    WAITING,
    /** The login session is over: somebody has to sign in again. Final. */
    SIGNED_OUT,
    /** The account may not return. Final. */
    BANNED
}
