/**
 * What a request tells about where it comes from: the client's address and device, whether the browser speaks https, and
 * whether one of our own pages sent it. It stands on the settings of the web and must not know accounts or credentials.
 */
package chatterbox.origin;
