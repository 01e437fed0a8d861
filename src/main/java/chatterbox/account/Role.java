package chatterbox.account;

import java.util.Locale;

/** What an account may do beyond its own affairs; each includes the ones before. */
public enum Role {
    MEMBER,
    MODERATOR,
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
