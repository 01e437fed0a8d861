package chatterbox.security;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Why a password is weak: a code on the wire, as zxcvbn's JavaScript and TypeScript versions name them. */
enum Weakness {
    TOP_TEN("feedback.dictionary.warning.passwords.top10"),
    TOP_HUNDRED("feedback.dictionary.warning.passwords.top100"),
    COMMON("feedback.dictionary.warning.passwords.veryCommon"),
    SIMILAR_TO_COMMON("feedback.dictionary.warning.passwords.similar"),
    WORD_BY_ITSELF("feedback.dictionary.warning.englishWikipedia.itself"),
    NAMES_BY_THEMSELVES("feedback.dictionary.warning.etc.namesThemselves"),
    COMMON_NAMES("feedback.dictionary.warning.etc.namesCommon"),
    STRAIGHT_ROW("feedback.spatial.warning.straightRowsOfKeys"),
    KEY_PATTERN("feedback.spatial.warning.shortKeyboardPatterns"),
    SIMPLE_REPEAT("feedback.repeat.warning.likeAAA"),
    EXTENDED_REPEAT("feedback.repeat.warning.likeABCABCABC"),
    SEQUENCES("feedback.sequence.warning.likeABCor6543"),
    RECENT_YEARS("feedback.regex.warning.recentYears"),
    DATES("feedback.date.warning.dates"),
    /** Weak without a reason that could be named. */
    GUESSABLE("");

    /** zxcvbn's texts, each being one of our codes. */
    static final ResourceBundle CODES = new ResourceBundle() {
        @Override
        protected Object handleGetObject(String key) {
            return Stream.of(values())
                    .filter(weakness -> weakness.key.equals(key))
                    .findFirst()
                    .orElse(GUESSABLE)
                    .code();
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(
                    Stream.of(values()).map(weakness -> weakness.key).toList());
        }
    };

    private final String key;

    Weakness(String key) {
        this.key = key;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
