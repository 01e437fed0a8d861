/**
 * The servers that the WAR is tested on, each laid out as an operator would: the server as it comes, the WAR copied in by
 * the lines of its own {@code deploy/.../README.md}, and of its configuration only the ports and addresses changed, so
 * that several run side by side and nobody else can reach them. Knows nothing of the chat.
 */
package chatterbox.container;
