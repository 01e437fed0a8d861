/**
 * What people do with rooms: founding, describing, keeping, joining, inviting, leaving, talking among a few. It stands on
 * the rooms, whose entries it writes, and must not know messages.
 */
package chatterbox.hosting;
