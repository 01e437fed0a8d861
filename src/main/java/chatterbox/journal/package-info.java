/**
 * The log: gapless numbered streams of facts, written in group commits and never twice. It stands on persistence and the
 * wire's facts, knows stream ids and not rooms, and must not know who reads what it committed. {@link
 * chatterbox.journal.Lane} tells how it works.
 */
package chatterbox.journal;
