package chatterbox.message;

import java.util.UUID;

/** The command {@code post} as a request's body; the room stands in the address. */
record NewMessage(UUID id, String text) {}
