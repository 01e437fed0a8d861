package chatterbox.security;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Zxcvbn;

import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.IdentitySettings;

/**
 * Which passwords are good enough (ASVS 6.2): long enough, and not among those that are guessed first. No rules about
 * kinds of characters: they make passwords worse.
 */
@Singleton
public final class PasswordRule {
    /** In characters; nobody types more, and hashing must not become work for an attacker to give us. */
    static final int LONGEST = 1000;

    /** zxcvbn's time grows faster than its input; so many characters tell weak from strong. */
    private static final int MEASURED = 100;

    /** Of 4: "somewhat guessable", 10^6 to 10^8 guesses; sign-in is throttled. */
    private static final int STRONG_ENOUGH = 2;

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final int shortest;

    @Inject
    public PasswordRule(IdentitySettings settings) {
        shortest = settings.passwordMin();
    }

    /**
     * Throws a {@link Refusal} said of {@code password}: {@code too-short}, {@code too-long}, or {@code weak-password}
     * whose parameter {@code warning} is a code of {@link Weakness}.
     *
     * @param names of the account, which make a bad password for it
     */
    public void check(String password, String... names) {
        if (password.codePointCount(0, password.length()) < shortest) {
            throw Refusal.of(Reason.TOO_SHORT).at("password").with("limit", shortest);
        }
        if (password.length() > LONGEST) {
            throw Refusal.of(Reason.TOO_LONG).at("password").with("limit", LONGEST);
        }
        var strength = zxcvbn.measure(beginning(password), List.of(names));
        if (strength.getScore() < STRONG_ENOUGH) {
            throw Refusal.of(Reason.WEAK_PASSWORD).at("password").with("warning", warning(strength.getFeedback()));
        }
    }

    private static String beginning(String password) {
        return password.substring(0, Math.min(MEASURED, password.length()));
    }

    private static String warning(Feedback feedback) {
        var code = feedback.withResourceBundle(Weakness.CODES).getWarning(Locale.ROOT);
        return code.isEmpty() ? Weakness.GUESSABLE.code() : code;
    }
}
