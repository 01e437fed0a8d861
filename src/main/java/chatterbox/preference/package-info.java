/**
 * What people prefer on all of their devices: about what a browser notifies them, and when it keeps quiet. It stands on the
 * journal and must not know messages: clients do what is preferred.
 */
package chatterbox.preference;
