package chatterbox.delivery;

import java.util.Optional;

/**
 * A page of history that is wanted.
 *
 * @param before the number below which it is to end; empty for the latest page
 * @param generation counts how often the room began afresh: an answer to an earlier one comes too late
 */
public record Ask(String room, Optional<Long> before, long generation) {}
