package chatterbox.security;

import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTokensTest {
    private static final AccessToken ADAS = new AccessToken("ada", UUID.randomUUID(), 3);

    private final SecurityWorld world = new SecurityWorld().started();

    @Test
    void a_token_says_whose_it_is_for_which_session_and_version() {
        assertThat(world.accessTokens.read(world.accessTokens.issue(ADAS))).isEqualTo(ADAS);
    }

    @Test
    void this_tests_own_tokens_are_as_good_as_issued_ones() {
        // Else every forgery below would be refused for the wrong reason.
        assertThat(world.accessTokens.read(token(header(), claims(), key()))).isEqualTo(ADAS);
    }

    @Test
    void a_token_lives_ten_minutes() {
        var token = world.accessTokens.issue(ADAS);
        world.startLater(Duration.ofSeconds(599));
        assertThat(world.accessTokens.read(token)).isEqualTo(ADAS);
        world.startLater(Duration.ofSeconds(1));
        assertRefused(token);
    }

    @Test
    void a_token_outlives_the_rotation_of_its_key() {
        var token = world.accessTokens.issue(ADAS);
        var claims = claims();
        world.startLater(SecurityWorld.SETTINGS.keyLife().plusSeconds(1));
        var now = world.now().getEpochSecond();
        claims.put("iat", now - 1);
        claims.put("exp", now + 599);
        var header = header();
        header.put(
                "kid",
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8)
                        .replaceAll(".*\"kid\":\"([^\"]*)\".*", "$1"));
        var old = world.keys.find((String) header.get("kid")).orElseThrow();
        assertThat(old.id()).isNotEqualTo(world.keys.newest().id());
        assertThat(world.accessTokens.read(token(header, claims, old.secret()))).isEqualTo(ADAS);
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        var header = header();
        header.put("alg", "none");
        var unsigned = part(header) + "." + part(claims()) + ".";
        assertRefused(unsigned);
        header.put("alg", "NONE");
        assertRefused(part(header) + "." + part(claims()) + ".");
        assertRefused(part(header()) + "." + part(claims()) + ".");
        assertRefused(token(header, claims(), key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS384", "HS512", "RS256", "ES256", "PS256", "dir", "hs256", ""})
    void a_token_of_another_algorithm_is_refused(String algorithm) {
        var header = header();
        header.put("alg", algorithm);
        assertRefused(token(header, claims(), key()));
        assertRefused(token(header, claims(), key(), algorithm.equals("HS384") ? "HmacSHA384" : "HmacSHA512"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "jwk", "x5u", "x5c", "x5t", "crit", "cty", "zip", "b64", "other"})
    void a_token_with_any_other_header_is_refused(String name) {
        var header = header();
        header.put(name, "https://mallory.example/key");
        assertRefused(token(header, claims(), key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alg", "typ", "kid"})
    void a_token_that_lacks_a_header_is_refused(String name) {
        var header = header();
        header.remove(name);
        assertRefused(token(header, claims(), key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "rt+jwt", "application/at+jwt", "id+jwt", ""})
    void a_token_of_another_type_is_refused(String type) {
        var header = header();
        header.put("typ", type);
        assertRefused(token(header, claims(), key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../dev/null", "", "20990101T000000.000Z", "' OR 1=1"})
    void a_token_of_an_unknown_key_is_refused(String kid) {
        var header = header();
        header.put("kid", kid);
        assertRefused(token(header, claims(), key()));
        assertRefused(token(header, claims(), new byte[32]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "sid", "ver", "jti", "iat", "exp"})
    void a_token_that_lacks_a_claim_or_has_another_kind_of_it_is_refused(String name) {
        var claims = claims();
        claims.remove(name);
        assertRefused(token(header(), claims, key()));
        claims.put(name, Map.of("a", "b"));
        assertRefused(token(header(), claims, key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sid", "ver", "iat", "exp"})
    void a_token_with_a_foreign_claim_is_refused(String name) {
        var claims = claims();
        claims.put(name, "mallory");
        assertRefused(token(header(), claims, key()));
    }

    @Test
    void a_token_from_the_future_or_for_too_long_is_refused() {
        var now = world.now().getEpochSecond();
        var claims = claims();
        claims.put("iat", now + 31);
        assertRefused(token(header(), claims, key()));
        claims = claims();
        claims.put("nbf", now + 31);
        assertRefused(token(header(), claims, key()));
        claims = claims();
        claims.put("iat", now - 601);
        claims.put("exp", now + 10_000_000);
        assertRefused(token(header(), claims, key()));
    }

    @Test
    void a_token_that_was_changed_is_refused() {
        var token = world.accessTokens.issue(ADAS);
        var parts = token.split("\\.");
        var claims = claims();
        claims.put("sub", "grace");
        assertRefused(parts[0] + "." + part(claims) + "." + parts[2]);
        for (int at = 0; at < token.length(); at += 7) {
            assertRefused(token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1));
        }
    }

    @Test
    void a_token_of_another_deployment_is_refused() {
        assertRefused(new SecurityWorld().started().accessTokens.issue(ADAS));
    }

    @Test
    void a_refresh_token_is_no_access_token_and_the_other_way_round() {
        var refreshTokens = new RefreshTokens(world.secret);
        assertRefused(refreshTokens.write(new RefreshToken(ADAS.session(), 1)));
        assertThatThrownBy(() -> refreshTokens.read(world.accessTokens.issue(ADAS)))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30.e30.e30", "\0", "ä.ö.ü"})
    void what_is_no_token_at_all_is_refused(String nonsense) {
        assertRefused(nonsense);
        assertRefused(nonsense.repeat(100_000));
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> world.accessTokens.read(token))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.reason()).isEqualTo(Reason.SIGN_IN_AGAIN));
    }

    private Map<String, Object> header() {
        return new HashMap<>(Map.of(
                "typ", "at+jwt", "alg", "HS256", "kid", world.keys.newest().id()));
    }

    private Map<String, Object> claims() {
        var now = world.now().getEpochSecond();
        var claims = new HashMap<String, Object>(
                Map.of("iss", "chatterbox", "aud", "chatterbox", "sub", "ada", "jti", "1", "ver", 3));
        claims.putAll(Map.of("sid", ADAS.session().toString(), "iat", now, "exp", now + 600));
        return claims;
    }

    private byte[] key() {
        return world.keys.newest().secret();
    }

    private static String token(Map<String, Object> header, Map<String, Object> claims, byte[] key) {
        return token(header, claims, key, "HmacSHA256");
    }

    private static String token(Map<String, Object> header, Map<String, Object> claims, byte[] key, String algorithm) {
        try {
            var signed = part(header) + "." + part(claims);
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> json) {
        return base64(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
