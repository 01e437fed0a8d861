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
class Account {
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

    String username() {
        return username;
    }

    /** The password's hash. */
    String password() {
        return password;
    }

    void rehash(String hash) {
        password = hash;
    }

    Role role() {
        return role;
    }

    int tokenVersion() {
        return tokenVersion;
    }

    boolean banned() {
        return bannedAt != null;
    }

    /** Whether the new role is less than the old one was. */
    boolean become(Role next) {
        var demoted = !next.includes(role);
        if (demoted) {
            tokenVersion++;
        }
        role = next;
        return demoted;
    }

    void ban(Instant now) {
        bannedAt = now;
        tokenVersion++;
    }

    void unban() {
        bannedAt = null;
    }

    Event.Person person() {
        return new Event.Person(username, displayName);
    }

    Event.Me me() {
        return new Event.Me(username, displayName, role.code());
    }
}
