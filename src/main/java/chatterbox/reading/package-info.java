/**
 * What people have read: markers that move with the reader and are the same on all devices. It stands on the rooms and
 * must not know messages.
 */
package chatterbox.reading;
