package chatterbox.account;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * A user name: the permanent id of a person. Two names are the same when their folded forms are: in any case, and in any
 * of Unicode's compatible forms. Letters of scripts that look alike do not mix (UTS 39, 5.2, "highly restrictive").
 *
 * @param name as chosen, in NFKC
 * @param folded what is unique
 */
public record UserName(String name, String folded) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 32;

    /** Longer than any name in any form: what lies behind is not worth the work. */
    private static final int LOOKED_AT = 200;

    /** Letters and marks to Unicode, and yet nobody sees them. */
    private static final String INVISIBLE =
            "[\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\uFFA0\\x{E0100}-\\x{E01EF}]";

    /** With the marks that many scripts cannot write without. */
    private static final String LETTER = "[\\p{L}\\p{Nd}&&[^%1$s]][\\p{Mn}\\p{Mc}&&[^%1$s]]{0,3}".formatted(INVISIBLE);

    private static final Pattern FORM = Pattern.compile("%1$s(?:[._-]|%1$s)*".formatted(LETTER));

    /** Words of our addresses and mentions, and those under which somebody could speak for the house. */
    private static final Set<String> RESERVED = Set.of(
            ("general me api ws ops room rooms user users people all here everyone channel system server admin administrator"
                            + " root moderator support security chatterbox setup health anonymous nobody null undefined")
                    .split(" "));

    private static final Set<UnicodeScript> ANY_SCRIPT = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    /** A name for a new account, or a {@link Refusal} said of {@code username}. */
    static UserName choose(String chosen) {
        var name = normalized(chosen);
        var length = name.codePointCount(0, name.length());
        if (length < SHORTEST) {
            throw Refusal.of(Reason.TOO_SHORT).at("username").with("limit", SHORTEST);
        }
        if (length > LONGEST) {
            throw Refusal.of(Reason.TOO_LONG).at("username").with("limit", LONGEST);
        }
        var folded =
                folded(name).orElseThrow(() -> Refusal.of(Reason.NAME_INVALID).at("username"));
        if (RESERVED.contains(folded)) {
            throw Refusal.of(Reason.NAME_RESERVED).at("username");
        }
        return new UserName(name, folded);
    }

    /** What is unique about the person so called; empty when nobody can be called so. */
    public static Optional<String> folded(String called) {
        var name = normalized(called);
        return FORM.matcher(name).matches() && unmixed(name) ? Optional.of(fold(name)) : Optional.empty();
    }

    private static String normalized(String called) {
        return Normalizer.normalize(called.substring(0, Math.min(LOOKED_AT, called.length())), Normalizer.Form.NFKC);
    }

    /** What names are compared by. NFKC, then up and down again: some letters are equal in one case only, as are sharp s and double s. */
    public static String fold(String text) {
        var folded = normalized(text).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    private static boolean unmixed(String name) {
        var scripts = name.codePoints().mapToObj(UnicodeScript::of).collect(Collectors.toSet());
        scripts.removeAll(ANY_SCRIPT);
        return scripts.size() <= 1 || EAST_ASIAN.containsAll(scripts);
    }
}
