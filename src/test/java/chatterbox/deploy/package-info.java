/**
 * The files of {@code deploy/} as an operator uses them: each is taken as it is shipped, changed only where it says whose
 * host, certificate or folder it is, and run by the program that it is for, or at least read by it.
 */
package chatterbox.deploy;
