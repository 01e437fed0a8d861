/**
 * Cryptography and nothing else: passwords, signing keys, access and refresh tokens, and the secrets behind them. It
 * stands on the settings and the refusals, is told through {@link chatterbox.security.Safe} where secrets lie, and must
 * not know accounts, the database or HTTP.
 */
package chatterbox.security;
