/**
 * Rooms and who is a member of which. It stands on the accounts and the journal, whose streams carry what happens in a
 * room, and must not know messages: whoever acts in a room asks {@link chatterbox.room.Memberships} first.
 */
package chatterbox.room;
