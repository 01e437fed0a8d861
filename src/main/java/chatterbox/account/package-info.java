/**
 * Accounts, signing in, login sessions and roles, and the one authenticator that HTTP and sockets share. It stands on
 * security, persistence and the journal, and must not know rooms, messages or sockets: whoever holds something open for a
 * session is told through {@link chatterbox.account.SessionsEnded}.
 */
package chatterbox.account;
