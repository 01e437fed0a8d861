/**
 * Passing on what the journal commits to those who follow, and resuming whoever comes back. It stands on the journal and
 * the outboxes, and must not know whose an outbox is or what a stream means.
 */
package chatterbox.fanout;
