/**
 * Who has read what, as far as people tell it of each other. It stands on the markers of the memberships and on what people
 * prefer, and must not know how a marker moves.
 */
package chatterbox.receipt;
