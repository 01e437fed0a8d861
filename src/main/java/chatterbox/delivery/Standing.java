package chatterbox.delivery;

/** What the server makes of whoever knocks: at the socket's door, or when asking for new credentials. */
public enum Standing {
    SIGNED_IN,
    SIGNED_OUT,
    BANNED,
    /** No answer, or one that says nothing about us. */
    UNREACHABLE
}
