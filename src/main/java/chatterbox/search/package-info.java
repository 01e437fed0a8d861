/**
 * Finding messages by their words, alike on both engines: what a word is, is decided here and not by the database, which
 * only keeps the tokens and finds them. It stands on the history, is told of every text inside the transaction that
 * writes it, and must not know how messages come about.
 */
package chatterbox.search;
