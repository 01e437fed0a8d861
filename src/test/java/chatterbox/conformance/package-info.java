/**
 * What any server must do, tried from outside: over HTTP, sockets and a real browser, against the deployed WAR. Nothing
 * here looks into the server's classes; the JSON reader is borrowed to look into answers.
 */
package chatterbox.conformance;
