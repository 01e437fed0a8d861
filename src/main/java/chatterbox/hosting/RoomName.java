package chatterbox.hosting;

import chatterbox.account.UserName;
import chatterbox.refusal.Line;
import chatterbox.refusal.Refusal;
import chatterbox.refusal.TextRules;

/**
 * What a room is called. Two names are the same in any case, and in any of Unicode's compatible forms.
 *
 * @param folded what is unique
 */
record RoomName(String name, String folded) {
    private static final int LONGEST = 80;

    /** A name for a room, or a {@link Refusal} said of {@code name}. */
    static RoomName choose(TextRules rules, String chosen) {
        var name = Line.choose(rules, "name", chosen, LONGEST);
        return new RoomName(name, UserName.fold(name));
    }
}
