package chatterbox.revision;

import chatterbox.message.Talk;

/** Changes to messages for tests of other features. */
public final class Revisions {
    private Revisions() {}

    public static void delete(Talk talk, String by, long seq) {
        Talk.answer(revising(talk).delete(new Target("general", seq, by)));
    }

    static Revising revising(Talk talk) {
        var house = talk.house();
        return new Revising(house.journal(), house.transactions(), house.memberships(), talk.posting(), talk.index());
    }
}
