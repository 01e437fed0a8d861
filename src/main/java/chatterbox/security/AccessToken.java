package chatterbox.security;

import java.util.UUID;

/**
 * What an access token says.
 *
 * @param username whose it is
 * @param session the login session that it was issued for
 * @param version of the account's tokens; those of an earlier version are void
 */
public record AccessToken(String username, UUID session, int version) {}
