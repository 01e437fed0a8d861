/**
 * Slowing down whoever tries too often: guesses wait longer each time, and what is allowed comes so much at once and then
 * so much a second. Both are bounded and in memory. It stands on refusals alone and must not know what is tried, nor by whom: a
 * key is any object.
 */
package chatterbox.throttle;
