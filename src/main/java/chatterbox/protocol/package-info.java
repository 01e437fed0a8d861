/**
 * The wire of version 1: commands up, events down, and the codec that reads and writes them as JSON. It stands on the
 * refusals only, holds no logic, and must not know sockets, rooms or storage. `src/docs/protocol.md` tells the meaning.
 */
package chatterbox.protocol;
