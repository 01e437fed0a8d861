package chatterbox.session;

import java.security.Principal;
import java.util.UUID;

import chatterbox.account.Role;

/**
 * Who makes a request, as the authenticator found: the account, its role at that time, and the login session that a
 * socket lives on.
 *
 * @param address the client's, as far as the configured proxies can be believed
 */
public record Caller(String username, Role role, UUID session, String address) implements Principal {
    /** A caller of whom only a token was seen. */
    Caller(String username, Role role, UUID session) {
        this(username, role, session, "");
    }

    public Caller from(String address) {
        return new Caller(username, role, session, address);
    }

    @Override
    public String getName() {
        return username;
    }
}
