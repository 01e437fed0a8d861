package chatterbox.journal;

/** An entry as the log keeps it: its number and the JSON object that followers are sent. */
public record Logged(long seq, String json) {}
