package chatterbox.room;

import java.util.Locale;

/** Who finds a room, who comes in, and who speaks there. */
public enum Kind {
    /** Anybody may find it, join, and speak. */
    PUBLIC,
    /** Anybody may find it and join; its owners and the moderators speak. */
    ANNOUNCEMENT,
    /** Its members invite others, and nobody else knows of it. */
    PRIVATE,
    /** A conversation of a few people, who are always the same; without a name. */
    DIRECT;

    public boolean isOpen() {
        return this == PUBLIC || this == ANNOUNCEMENT;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
