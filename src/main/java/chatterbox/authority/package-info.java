/**
 * Power over accounts: how the first administrator comes to be, who gives roles and takes them, who is banned. It stands on
 * accounts, on their login sessions, which end when power is taken, and on the journal, and must not know rooms, messages or
 * sockets.
 */
package chatterbox.authority;
