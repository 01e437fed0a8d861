/**
 * What becomes of a message once it was posted: edits, its end, reactions, pins. Each is a fact of the room's stream and
 * is asked for over HTTP, where doing it again changes nothing. It stands on the history and on posting, whose rules hold
 * for edits too, and must not know sockets or the search.
 */
package chatterbox.revision;
