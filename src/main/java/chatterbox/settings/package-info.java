/**
 * Every setting of the product with its default, its unit and the reason for it, read once at start from system
 * properties and environment variables. It stands on nothing and must not know who uses a value.
 * `src/docs/settings.md` shows the same table; a test holds the two together.
 */
package chatterbox.settings;
