package chatterbox.account;

/** Fired as a CDI event, synchronously, after the commit that made the account and before its registrant is answered. */
public record AccountRegistered(String username, String displayName) {}
