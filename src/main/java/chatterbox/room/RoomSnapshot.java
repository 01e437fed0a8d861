package chatterbox.room;

/** A room at one moment: everything up to its stream's number {@code head} of the history that {@code epoch} names. */
public record RoomSnapshot(String id, String name, long head, int members, String epoch) {}
