/**
 * Every way to say no, and the rule about texts that lower floors declare and higher floors add to. It stands on nothing
 * and must not know who asks or how the answer is rendered.
 */
package chatterbox.refusal;
