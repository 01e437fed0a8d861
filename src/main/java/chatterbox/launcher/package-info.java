/**
 * What {@code java -jar chatterbox.jar} runs: it starts the server in the same file and says where it listens. It stands
 * on nothing and knows nothing of the rest, which lives in the WAR, out of its sight; the WAR does not hold it.
 */
package chatterbox.launcher;
