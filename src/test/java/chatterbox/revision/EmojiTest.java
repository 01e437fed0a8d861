package chatterbox.revision;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "❤️",
                "❤",
                "👩‍💻",
                "👨‍👩‍👧‍👦",
                "🇩🇪",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "#️⃣",
                "1⃣",
                "🏳️‍🌈",
                "✅",
                "🫠"
            })
    void one_emoji_is_one(String emoji) {
        assertThat(Emoji.require(emoji)).isEqualTo(emoji);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1", "👍👍", "👍 ", "🏽", "‍", "️", "🇩", "<b>", ":smile:", "日", "é", "👍a"})
    void anything_else_is_not(String text) {
        assertThatThrownBy(() -> Emoji.require(text))
                .isInstanceOf(Refusal.class)
                .hasMessage("malformed (emoji)");
    }
}
