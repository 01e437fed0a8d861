/**
 * Who is writing at this moment: told to those who look at the room, never kept. It stands on the rooms and the fan-out
 * and must not know sockets.
 */
package chatterbox.typing;
