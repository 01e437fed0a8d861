/**
 * Messages as they stand now, and how they are read: pages, single ones, quotes, earlier texts. It stands on the rooms and
 * the journal, and must not know how messages come about or who may change them.
 */
package chatterbox.history;
