package chatterbox.refusal;

import jakarta.inject.Singleton;

/**
 * Refuses what no text may hold: control characters other than tab and line break, lone surrogates (they cannot be
 * stored or sent as UTF-8), and the noncharacters of Unicode (section 23.7).
 */
@Singleton
public final class PrintableText implements TextRule {
    @Override
    public int order() {
        return 0;
    }

    @Override
    public void check(String field, String text) {
        if (!text.codePoints().allMatch(PrintableText::printable)) {
            throw Refusal.of(Reason.MALFORMED).at(field);
        }
    }

    private static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
            case Character.SURROGATE -> false;
            default -> !nonCharacter(codePoint);
        };
    }

    private static boolean nonCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }
}
