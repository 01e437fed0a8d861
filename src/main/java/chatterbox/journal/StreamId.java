package chatterbox.journal;

/** The key of a stream: a room's, which its members see, or a user's own. */
public record StreamId(String key) {
    private static final String ROOM = "room/";
    private static final String USER = "user/";

    public static StreamId room(String id) {
        return new StreamId(ROOM + id);
    }

    public static StreamId user(String username) {
        return new StreamId(USER + username);
    }

    public boolean isRoom() {
        return key.startsWith(ROOM);
    }

    /** The room's id or the user's name. */
    public String name() {
        return key.substring(key.indexOf('/') + 1);
    }
}
