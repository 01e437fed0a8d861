/**
 * The house's front door: the JAX-RS application, the gate that every request passes, the rendering of refusals as
 * problem+json, the assets, and the start. It stands on everything and nothing stands on it. Features bring their own
 * resources; what they all share is here.
 */
package chatterbox.web;
