package chatterbox.outbox;

/** Why the server closes a connection: the WebSocket close code, which tells the client what to do. */
public enum Closing {
    /** The login session is over; a new one may be begun. */
    SIGN_IN_AGAIN(4401),
    /** The account may not come back. */
    DO_NOT_RETURN(4403),
    /** The receiver did not read, and its outbox ran over: come back at once and resume. */
    TOO_SLOW(4408),
    /** It was told again and again to wait, and went on sending. */
    FLOOD(1008),
    /** A frame of more than 64 KiB. */
    TOO_LARGE(1009),
    /** Nothing was heard for too long, so nobody is there who could see the code. */
    SILENT(1001),
    /** The server stops or is replaced: come back a little later and resume. */
    RESTART(1012),
    /** A fault of ours, which is in the log. */
    FAULT(1011);

    private final int code;

    Closing(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
