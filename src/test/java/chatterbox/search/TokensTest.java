package chatterbox.search;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TokensTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, World! | hello world",
                "foo-bar.baz_1 | foo bar baz 1",
                "Café CAFE\u0301 | cafe cafe",
                "Straße STRASSE | strasse strasse",
                "ﬁle Ⅳ ① ２ | file iv 1 2",
                "日本語 | 日 日本 本 本語 語",
                "私は cat | 私 私は は cat",
                "ｶﾞガ | カ カカ カ",
                "コーヒー | コ コー ー ーヒ ヒ ヒー ー",
                "日、本 | 日 本",
                "хорошо Ёж | хорошо еж",
                "... !!! | ''",
            })
    void a_text_is_taken_apart(String text, String tokens) {
        assertThat(String.join(" ", Tokens.of(text).stream().map(Token::text).toList()))
                .isEqualTo(tokens);
    }

    @Test
    void tokens_know_where_they_stood() {
        assertThat(Tokens.of("👋 Cafe\u0301, 日本"))
                .containsExactly(
                        new Token("cafe", 3, 8),
                        new Token("日", 10, 11),
                        new Token("日本", 10, 12),
                        new Token("本", 11, 12));
    }

    @Test
    void an_endless_word_is_cut() {
        assertThat(Tokens.of("x".repeat(4_000)))
                .singleElement()
                .satisfies(token -> assertThat(token.text()).hasSize(64));
    }
}
