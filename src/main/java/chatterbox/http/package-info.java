/**
 * How things go over HTTP, whatever they mean: records as JSON bodies, refusals as problem+json, faults as incidents with an
 * id. It stands on the codec and on refusals. It stands this high so that features throw refusals and leave the rendering
 * to it; it must not know any of them.
 */
package chatterbox.http;
