/**
 * Who follows which thread, and how far they have read it. It stands on the history, which keeps the threads themselves and
 * tells it of every reply inside the transaction that writes it, and must not know how messages come about.
 */
package chatterbox.thread;
