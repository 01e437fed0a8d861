/**
 * The data folder, the database in it or elsewhere, and transactions. It stands on the settings and knows that there are
 * two engines, SQLite and PostgreSQL; nobody above needs to, but the journal, which locks rows. It must not know what is
 * stored.
 */
package chatterbox.persistence;
