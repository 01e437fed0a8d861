/**
 * Sending to many receivers of whom none may cost another anything: a bounded outbox for each, drained by a few threads.
 * It stands on the settings, and must not know what a socket is or what the events mean. {@link chatterbox.outbox.Outbox}
 * tells how it works.
 */
package chatterbox.outbox;
