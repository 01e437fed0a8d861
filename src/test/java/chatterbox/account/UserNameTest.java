package chatterbox.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import chatterbox.refusal.Reason;

import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class UserNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "Ada.Lovelace",
                "grace_hopper-2",
                "4you",
                "jo",
                "Jörg",
                "Ærøskøbing",
                "αθηνά",
                "ольга",
                "राम",
                "สมชาย",
                "דוד",
                "محمد",
                "李雷",
                "さくら",
                "ハナ子",
                "김철수",
                "李Li"
            })
    void a_name_of_letters_and_digits_of_one_script_is_good(String name) {
        assertThat(UserName.choose(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".ada",
                "-ada",
                "_ada",
                "a da",
                "ada!",
                "ada@home",
                "a/b",
                "..",
                "a\\b",
                "a%2e",
                "a;b",
                "ada\n",
                "a\0b",
                "a\u200Bda",
                "a\u200Dda",
                "ad\u202Ea",
                "a\u00ADda",
                "ada\uFE0F",
                "ada\u034F",
                "ad\u115Fa",
                "ad\u3164a",
                "ad\uFFA0a",
                "a\uD83D\uDE00",
                "ad\uD83D",
                "a\u0301\u0301\u0301\u0301\u0301",
                "<ada>",
                "\u0301ada"
            })
    void a_name_with_anything_else_is_refused(String name) {
        assertThat(assertRefused(Reason.NAME_INVALID, () -> UserName.choose(name))
                        .field())
                .contains("username");
        assertThat(UserName.folded(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0430da", "ad\u0430", "gr\u03B1ce", "\u0430\u03B2"})
    void letters_of_scripts_that_look_alike_do_not_mix(String name) {
        assertRefused(Reason.NAME_INVALID, () -> UserName.choose(name));
    }

    @Test
    void a_name_has_2_to_32_code_points() {
        assertThat(assertRefused(Reason.TOO_SHORT, () -> UserName.choose("a")).parameters())
                .containsEntry("limit", 2);
        assertRefused(Reason.TOO_SHORT, () -> UserName.choose(""));
        var wide = "\uD842\uDFB7"; // one ideograph of four bytes
        assertThat(UserName.choose(wide.repeat(32)).name()).hasSize(64);
        assertThat(assertRefused(Reason.TOO_LONG, () -> UserName.choose(wide.repeat(33)))
                        .parameters())
                .containsEntry("limit", 32);
        assertRefused(Reason.TOO_LONG, () -> UserName.choose("a".repeat(1_000_000)));
        assertRefused(Reason.TOO_LONG, () -> UserName.choose("\uFDFA".repeat(1_000_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"general", "me", "API", "Ws", "ops", "all", "everyone", "Admin", "ＡＤＭＩＮ", "system", "here"})
    void a_reserved_name_is_refused_in_any_form(String name) {
        assertRefused(Reason.NAME_RESERVED, () -> UserName.choose(name));
    }

    @ParameterizedTest
    @CsvSource({
        "ada,ADA",
        "ada,Ａｄａ",
        "straße,STRASSE",
        "straße,straſſe",
        "jörg,JO\u0308RG",
        "σοφίας,ΣΟΦΊΑΣ",
        "fish,ﬁsh",
        "kelvin,\u212Aelvin"
    })
    void two_forms_of_one_name_fold_to_the_same(String one, String other) {
        assertThat(UserName.folded(one)).isPresent().isEqualTo(UserName.folded(other));
    }

    @Test
    void a_name_is_kept_in_its_composed_form() {
        assertThat(UserName.choose("Jo\u0308rg").name()).isEqualTo("J\u00F6rg");
    }
}
