package chatterbox.message;

/** A message on its way, its text tidied up: what the rules are asked about. */
public record Draft(String author, String room, String text) {}
