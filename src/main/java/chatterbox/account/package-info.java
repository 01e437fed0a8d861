/**
 * People's accounts: their names, their roles, and how an account is made. It stands on persistence, security and
 * throttles, and must not know how its person signs in, nor sessions, rooms or messages. Whoever must act on a new account
 * hears of {@link chatterbox.account.AccountRegistered}.
 */
package chatterbox.account;
