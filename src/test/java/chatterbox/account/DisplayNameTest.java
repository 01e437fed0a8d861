package chatterbox.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import chatterbox.refusal.PrintableText;
import chatterbox.refusal.Reason;
import chatterbox.refusal.TextRules;

import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class DisplayNameTest {
    private final DisplayName displayNames = new DisplayName(new TextRules(List.of(new PrintableText())));

    @ParameterizedTest
    @ValueSource(strings = {"Ada Lovelace", "<b>Ada</b>", "👩🏽‍💻 Ada", "O'Brien; DROP TABLE", "李 雷", "محمد"})
    void almost_anything_may_be_shown(String name) {
        assertThat(displayNames.choose(name)).isEqualTo(name);
    }

    @Test
    void blanks_around_it_go() {
        assertThat(displayNames.choose("  Ada ")).isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\u3164", "\u00A0\u2003", "\u200D\uFE0F"})
    void what_nobody_sees_is_empty(String name) {
        assertThat(assertRefused(Reason.EMPTY, () -> displayNames.choose(name)).field())
                .contains("displayName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\rb", "a\u2028b", "a\u202Eb", "a\u2066b"})
    void line_breaks_and_turns_of_direction_are_refused(String name) {
        assertRefused(Reason.NAME_INVALID, () -> displayNames.choose(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\u001B[31m", "a\uD83D", "a\uFFFE"})
    void what_no_text_may_hold_is_refused(String name) {
        assertRefused(Reason.MALFORMED, () -> displayNames.choose(name));
    }

    @Test
    void it_has_at_most_64_code_points() {
        displayNames.choose("🐎".repeat(64));
        assertThat(assertRefused(Reason.TOO_LONG, () -> displayNames.choose("🐎".repeat(65)))
                        .parameters())
                .containsEntry("limit", 64);
    }
}
