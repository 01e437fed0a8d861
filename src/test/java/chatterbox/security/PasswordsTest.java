package chatterbox.security;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.IdentitySettings;
import chatterbox.settings.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordsTest {
    private final SecurityWorld world = new SecurityWorld().started();
    private final Passwords passwords = new Passwords(world.secret, SecurityWorld.SETTINGS);
    private final PasswordRule rule = new PasswordRule(SecurityWorld.SETTINGS);

    @Test
    void the_right_password_matches_and_no_other() {
        var hash = passwords.hash("correct horse battery");
        assertThat(passwords.matches("correct horse battery", hash)).isTrue();
        assertThat(passwords.matches("correct horse battery ", hash)).isFalse();
        assertThat(passwords.matches("Correct horse battery", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(hash);
    }

    @Test
    void what_lies_behind_72_bytes_counts() {
        var hash = passwords.hash("x".repeat(72) + "ada");
        assertThat(passwords.matches("x".repeat(72) + "ada", hash)).isTrue();
        assertThat(passwords.matches("x".repeat(72) + "eve", hash)).isFalse();
        assertThat(passwords.matches("x".repeat(72), hash)).isFalse();
    }

    @Test
    void a_password_of_a_thousand_characters_of_four_bytes_is_taken() {
        var password = "\uD83D\uDC0E".repeat(500);
        assertThat(passwords.matches(password, passwords.hash(password))).isTrue();
    }

    @Test
    void what_lies_behind_a_nul_counts() {
        var hash = passwords.hash("abc\0defgh");
        assertThat(passwords.matches("abc\0defgh", hash)).isTrue();
        assertThat(passwords.matches("abc\0xxxxx", hash)).isFalse();
        assertThat(passwords.matches("abc", hash)).isFalse();
    }

    @Test
    void the_same_characters_match_however_the_keyboard_composes_them() {
        var hash = passwords.hash("p\u00E4ssw\u00F6rter \uFB01x");
        assertThat(passwords.matches("pa\u0308sswo\u0308rter fix", hash)).isTrue();
    }

    @Test
    void a_hash_is_worthless_without_the_pepper() {
        var hash = passwords.hash("correct horse battery");
        var thief = new Passwords(new SecurityWorld().started().secret, SecurityWorld.SETTINGS);
        assertThat(thief.matches("correct horse battery", hash)).isFalse();
    }

    @Test
    void nobody_has_no_password_and_yet_it_is_compared() {
        assertThat(passwords.matchesNobodys("correct horse battery")).isFalse();
    }

    @Test
    void more_hashes_than_cores_wait_and_more_than_can_be_served_soon_are_refused() throws Exception {
        // Slow hashes: the crowd is there before the first of them is done.
        var slow = Settings.of(Map.of("CHATTERBOX_PASSWORD_COST", "11")).read(IdentitySettings.class);
        var one = new Passwords(world.secret, slow, 1);
        var threads = Executors.newFixedThreadPool(200);
        try {
            var start = new CountDownLatch(1);
            var all = IntStream.range(0, 200)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> reason(one, start), threads))
                    .toList();
            start.countDown();
            var busy = 0;
            for (var each : all) {
                busy += each.get() == Reason.BUSY ? 1 : 0;
            }
            assertThat(busy).isBetween(1, 199);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void short_and_over_long_passwords_are_refused_with_the_limit() {
        assertRefused("kX9!pQz", Reason.TOO_SHORT, "limit", 8);
        assertRefused("\uD83D\uDC0E".repeat(7), Reason.TOO_SHORT, "limit", 8);
        assertRefused("kX9!pQz ".repeat(126), Reason.TOO_LONG, "limit", 1000);
        rule.check("kX9!pQz ".repeat(125), "ada");
    }

    @Test
    void guessable_passwords_are_refused_with_the_reason_as_a_code() {
        assertRefused("password", Reason.WEAK_PASSWORD, "warning", "top-ten");
        assertRefused("aaaaaaaaaaaa", Reason.WEAK_PASSWORD, "warning", "sequences");
        assertRefused("abcabcabcabc", Reason.WEAK_PASSWORD, "warning", "extended-repeat");
        assertRefused("qwertyuiop", Reason.WEAK_PASSWORD, "warning", "top-hundred");
        assertRefused("abcdefghijk", Reason.WEAK_PASSWORD, "warning", "sequences");
    }

    @Test
    void ones_own_name_is_no_password() {
        rule.check("quetzalcoatlus", "ada");
        assertThatThrownBy(() -> rule.check("quetzalcoatlus", "ada", "Quetzalcoatlus"))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.WEAK_PASSWORD));
    }

    @Test
    void a_passphrase_of_plain_words_is_good() {
        rule.check("drei Birnen im Regen", "ada");
        rule.check("correct horse battery staple", "ada");
        rule.check("пароль-из-слов-и-мыслей", "ada");
    }

    @Test
    void every_weakness_has_a_text_of_zxcvbns() {
        var texts = java.util.ResourceBundle.getBundle("com.nulabinc.zxcvbn.messages", java.util.Locale.ROOT);
        assertThat(texts.keySet().stream().filter(key -> key.contains(".warning.")))
                .containsExactlyInAnyOrderElementsOf(java.util.Collections.list(Weakness.CODES.getKeys()).stream()
                        .filter(key -> !key.isEmpty())
                        .toList());
    }

    private void assertRefused(String password, Reason reason, String parameter, Object value) {
        assertThatThrownBy(() -> rule.check(password, "ada")).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.reason()).isEqualTo(reason);
            assertThat(no.field()).contains("password");
            assertThat(no.parameters()).containsEntry(parameter, value);
        });
    }

    private static Reason reason(Passwords passwords, CountDownLatch start) {
        try {
            start.await();
            passwords.hash("correct horse battery");
            return null;
        } catch (Refusal refusal) {
            return refusal.reason();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
