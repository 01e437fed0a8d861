package chatterbox.room;

import java.util.Optional;

/**
 * What may change about a room.
 *
 * @param name empty in a direct room
 * @param folded what is unique about the name; empty in a direct room
 */
public record RoomTraits(String name, Optional<String> folded, String topic, Kind kind, boolean archived) {}
