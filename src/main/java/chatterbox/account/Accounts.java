package chatterbox.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import chatterbox.protocol.Event;

/** All accounts. User names are found in any case and in any of their compatible Unicode forms. */
@Singleton
public final class Accounts {

    public Optional<Event.Person> person(String username) {
        throw new UnsupportedOperationException();
    }

    /** Those that exist among these exact user names, by name. */
    public List<Event.Person> people(Collection<String> usernames) {
        throw new UnsupportedOperationException();
    }

    public Optional<Event.Me> me(String username) {
        throw new UnsupportedOperationException();
    }
}
