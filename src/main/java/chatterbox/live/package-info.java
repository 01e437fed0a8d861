/**
 * Everything that happens over open sockets: handshake to close, commands in, events out, following and resuming
 * streams. It stands on all features below, which bring their own command handlers, and it alone knows
 * jakarta.websocket. It must not know what a command means beyond its own.
 */
package chatterbox.live;
