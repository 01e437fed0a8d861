package chatterbox.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens that have to stand side by side.
 *
 * @param open whether the last one is only the beginning of a word
 */
record Term(List<String> tokens, boolean open) {

    static Term of(String text, boolean open) {
        var tokens = Tokens.of(text).stream().map(Token::text).toList();
        return new Term(tokens, open);
    }

    /** Where it stands in a text: from and to, in UTF-16 units. */
    Stream<List<Integer>> marks(List<Token> text) {
        var marks = new ArrayList<List<Integer>>();
        for (int at = 0; at + tokens.size() <= text.size(); at++) {
            if (standsAt(text, at)) {
                marks.add(List.of(
                        text.get(at).from(), text.get(at + tokens.size() - 1).to()));
            }
        }
        return marks.stream();
    }

    private boolean standsAt(List<Token> text, int at) {
        var last = tokens.size() - 1;
        for (int n = 0; n < last; n++) {
            if (!text.get(at + n).text().equals(tokens.get(n))) {
                return false;
            }
        }
        var found = text.get(at + last).text();
        return open ? found.startsWith(tokens.get(last)) : found.equals(tokens.get(last));
    }
}
