/**
 * The front end's build as the WAR holds it, read once at the start and served from memory. It stands on {@code http} and
 * must not know who asks: whether somebody may is the gate's affair.
 */
package chatterbox.asset;
