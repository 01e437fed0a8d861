package chatterbox.security;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.UUID;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RefreshTokensTest {
    private final RefreshTokens tokens = new RefreshTokens(new SecurityWorld().started().secret);
    private final RefreshToken adas = new RefreshToken(UUID.randomUUID(), 7);

    @Test
    void a_token_says_its_session_and_its_generation() {
        assertThat(tokens.read(tokens.write(adas))).isEqualTo(adas);
    }

    @Test
    void a_successor_is_the_same_however_often_it_is_made_and_differs_from_its_predecessor() {
        assertThat(tokens.write(adas.successor()))
                .isEqualTo(tokens.write(new RefreshToken(adas.session(), 8)))
                .isNotEqualTo(tokens.write(adas));
    }

    @Test
    void a_token_that_was_changed_in_any_bit_is_refused() {
        var bytes = Base64.getUrlDecoder().decode(tokens.write(adas));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(Base64.getUrlEncoder().encodeToString(bytes));
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void a_token_of_another_length_or_deployment_or_no_token_is_refused() {
        var token = tokens.write(adas);
        assertRefused(token + "AAAA");
        assertRefused(token.substring(4));
        assertRefused("");
        assertRefused("A");
        assertRefused("ä");
        assertRefused("A".repeat(96));
        assertRefused(new RefreshTokens(new SecurityWorld().started().secret).write(adas));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.read(token))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.SIGN_IN_AGAIN));
    }
}
