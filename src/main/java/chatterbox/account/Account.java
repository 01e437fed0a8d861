package chatterbox.account;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import chatterbox.protocol.Event;

/**
 * A person's account. It begins as a member's, by registering; an administrator gives it roles and takes them, bans it
 * and lets it come back. The user name never changes and is never given to anybody else. Whatever takes power from the
 * account raises the version of its tokens, which voids those issued before.
 */
@Entity
@Table(name = "account")
public class Account {
    @Id
    private String username;

    private String folded;

    @Column(name = "display_name")
    private String displayName;

    private String password;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "token_version")
    private int tokenVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "banned_at")
    private Instant bannedAt;

    protected Account() {}

    Account(UserName name, String displayName, String password, Instant now) {
        username = name.name();
        folded = name.folded();
        this.displayName = displayName;
        this.password = password;
        role = Role.MEMBER;
        createdAt = now;
    }

    public String username() {
        return username;
    }

    /** The password's hash. */
    public String password() {
        return password;
    }

    /** The same password, hashed at another cost. */
    public void rehash(String hash) {
        password = hash;
    }

    public Role role() {
        return role;
    }

    /** A token of another version is void. */
    public int tokenVersion() {
        return tokenVersion;
    }

    public boolean banned() {
        return bannedAt != null;
    }

    /** Whether the new role is less than the old one was. */
    public boolean become(Role next) {
        var demoted = !next.includes(role);
        if (demoted) {
            tokenVersion++;
        }
        role = next;
        return demoted;
    }

    /** Shuts the account out, and voids its tokens. */
    public void ban(Instant now) {
        bannedAt = now;
        tokenVersion++;
    }

    /** Lets it come back; the old tokens stay void. */
    public void unban() {
        bannedAt = null;
    }

    Event.Person person() {
        return new Event.Person(username, displayName);
    }

    public Event.Me me() {
        return new Event.Me(username, displayName, role.code());
    }
}
