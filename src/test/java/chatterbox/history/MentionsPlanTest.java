package chatterbox.history;

import org.junit.jupiter.api.Test;

import jakarta.persistence.EntityManager;

import chatterbox.message.Talk;
import chatterbox.persistence.Engine;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who was away for a year comes back as cheaply as anybody. */
class MentionsPlanTest {
    @Test
    void mentions_are_counted_without_looking_at_every_unread_message() {
        try (var talk = new Talk(Engine.SQLITE)) {
            var plan = talk.house().transactions().read(MentionsPlanTest::plan);
            assertThat(plan).contains("COVERING INDEX message_mentions");
        }
    }

    private static String plan(EntityManager transaction) {
        var steps = transaction
                .createNativeQuery("EXPLAIN QUERY PLAN " + UnreadMessages.sql(UnreadMessages.NAMES_THEM))
                .setParameter(1, "general")
                .setParameter(2, 0)
                .setParameter(3, 1_000)
                .setParameter(4, "ada")
                .setParameter(5, "% ada %")
                .getResultList();
        var plan = new StringBuilder();
        for (var step : steps) {
            plan.append(((Object[]) step)[3]).append('\n');
        }
        return plan.toString();
    }
}
