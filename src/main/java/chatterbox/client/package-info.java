/**
 * The Java client: signing in, the socket, the outbox on disk, and the thread that holds them together. Start with {@link
 * chatterbox.client.Session} and {@link chatterbox.client.ChatClient}. It stands on the protocol and on `delivery`, which
 * does the reasoning, and needs nothing but the JDK and the codec's JSON parser; it must not know anything of the server's.
 */
package chatterbox.client;
