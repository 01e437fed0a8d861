/**
 * Posting messages, and every rule about it. It stands on the rooms, whose memberships it asks, on the history and on the
 * journal, and must not know sockets: a post comes as a command or a request and is answered through whatever asked.
 */
package chatterbox.message;
