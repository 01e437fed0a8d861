/**
 * The way in: signing in by password, the cookies, the HTTP resources about one's own login, and the one authenticator that
 * HTTP and sockets share, with the marks by which resources say for whom they are. It stands on login sessions, accounts and
 * origins, and must not know rooms, messages or sockets, nor who gives power to whom.
 */
package chatterbox.login;
