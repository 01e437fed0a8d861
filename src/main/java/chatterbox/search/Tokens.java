package chatterbox.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes a text apart.
 *
 * <p>Letters and digits in a row are one token, in compatibility form (NFKD), without accents and in one case. Chinese and
 * Japanese put no space between words: there every character is a token, and so is every pair of neighbours, in the order
 * a, ab, b, bc, c. So any part of such a row is itself a row of tokens, which a search for a phrase finds.
 */
final class Tokens {
    /** What is longer is nobody's word, and cut: databases take no endless ones. */
    private static final int LONGEST = 64;

    private static final Set<UnicodeScript> WITHOUT_SPACES =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    /** Of no script, since two of them have it: what makes a vowel long. */
    private static final Set<Integer> LONG_MARKS = Set.of(0x30FC, 0xFF70);

    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int start;
    private int end;
    private Token neighbour;

    private Tokens() {}

    static List<Token> of(String text) {
        var tokens = new Tokens();
        for (int at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            var next = at + Character.charCount(codePoint);
            tokens.take(codePoint, at, next);
            at = next;
        }
        tokens.endWord();
        return tokens.tokens;
    }

    private void take(int codePoint, int from, int to) {
        var letter = folded(codePoint);
        if (!isLetter(codePoint) && !isMark(codePoint)) {
            endWord();
            neighbour = null;
        } else if (letter.isEmpty()) {
            end = to; // it belongs to the letter before it
        } else if (standsAlone(codePoint)) {
            endWord();
            takeAlone(new Token(letter, from, to));
        } else {
            takeLetter(letter, from, to);
        }
    }

    private void takeLetter(String letter, int from, int to) {
        neighbour = null;
        if (word.isEmpty()) {
            start = from;
        }
        if (word.length() < LONGEST) {
            word.append(letter);
        }
        end = to;
    }

    private void takeAlone(Token token) {
        if (neighbour != null) {
            tokens.add(new Token(neighbour.text() + token.text(), neighbour.from(), token.to()));
        }
        tokens.add(token);
        neighbour = token;
    }

    private void endWord() {
        if (!word.isEmpty()) {
            tokens.add(new Token(word.toString(), start, end));
            word.setLength(0);
        }
    }

    private static boolean standsAlone(int codePoint) {
        return WITHOUT_SPACES.contains(UnicodeScript.of(codePoint)) || LONG_MARKS.contains(codePoint);
    }

    /** Roman numerals and circled numbers are numbers too. */
    private static boolean isLetter(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Upper case first: that makes two letters of the German sharp s, as capitals have it. */
    private static String folded(int codePoint) {
        var cased = Character.toString(codePoint).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder();
        Normalizer.normalize(cased, Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
