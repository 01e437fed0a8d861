/**
 * The server as its operator meets it: a process started from {@code target/chatterbox.jar}, stopped, killed and
 * started again. Tests of every feature that need one take it from here.
 */
package chatterbox.server;
