package chatterbox.refusal;

import java.util.Locale;

/**
 * Why something was refused: the code that clients translate, the HTTP status, and whether the same request may
 * succeed later. The code is the constant's name in lower case with hyphens.
 */
public enum Reason {
    // The request is not what the protocol says.
    NOT_JSON(400),
    MALFORMED(400),
    MISSING(400),
    UNKNOWN_TYPE(400),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_ACCEPTABLE(406),
    METHOD_NOT_ALLOWED(405),

    // A value is well formed and yet not allowed.
    EMPTY(422),
    TOO_SHORT(422),
    TOO_LONG(422),
    NAME_INVALID(422),
    NAME_RESERVED(422),
    NAME_TAKEN(409),
    WEAK_PASSWORD(422),
    CONFLICT(409),
    ARCHIVED(409),
    LAST_ADMIN(409),

    // Who asks may not.
    WRONG_CREDENTIALS(401),
    SIGN_IN_AGAIN(401),
    BANNED(403),
    FOREIGN_ORIGIN(403),
    FORBIDDEN(403),
    WRONG_CODE(403),
    NOT_FOUND(404),

    // Not now.
    TOO_FAST(429, true),
    TOO_MANY(429, true),
    BUSY(503, true),
    NO_SPACE(507, true),

    INTERNAL(500);

    private final int status;
    private final boolean temporary;

    Reason(int status) {
        this(status, false);
    }

    Reason(int status, boolean temporary) {
        this.status = status;
        this.temporary = temporary;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** Whether the very same request may be accepted later. */
    public boolean temporary() {
        return temporary;
    }
}
