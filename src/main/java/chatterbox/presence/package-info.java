/**
 * Who is online, and who of them is away. It stands on the outboxes, counts askers, and must not know what a socket is or
 * why one was closed. Nothing of it is stored.
 */
package chatterbox.presence;
