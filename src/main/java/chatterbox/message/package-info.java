/**
 * Messages: posting one and reading the history. It stands on the rooms, whose memberships it asks, and on the journal,
 * and must not know sockets: a post comes as a command or a request and is answered through whatever asked.
 */
package chatterbox.message;
