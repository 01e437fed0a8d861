/**
 * Login sessions: begun for a device, renewed by refresh tokens, asked for by access tokens, and ended. It stands on accounts
 * and security and must not know passwords, HTTP, rooms or sockets: whoever holds something open for a session is told
 * through {@link chatterbox.session.SessionsEnded}.
 */
package chatterbox.session;
