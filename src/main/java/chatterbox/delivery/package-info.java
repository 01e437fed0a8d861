/**
 * How a client loses nothing and doubles nothing: when it dials, what it follows from where, which text it sends next. It
 * is reasoning alone: what it wants done it asks of the {@link chatterbox.delivery.Outside}, and time and dice are given to
 * it. It stands on the protocol, and must not know sockets, files, threads or clocks. The scenarios hold it, and the
 * browser's client with it.
 */
package chatterbox.delivery;
