/**
 * The house's front door: the JAX-RS application, the gate that every request passes, who may call what, the security
 * headers, the status, and the start. It stands on everything and nothing stands on it. Features bring their own resources;
 * what they all share is here.
 */
package chatterbox.web;
