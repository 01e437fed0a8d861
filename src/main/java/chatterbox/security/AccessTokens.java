package chatterbox.security;

import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.IdentitySettings;

/**
 * Access tokens: JWTs of the type {@code at+jwt} (RFC 9068), signed with HS256 by a key of ours. Reading accepts what
 * issuing makes and nothing else: the header must be, name by name, the one we write.
 */
@Singleton
public final class AccessTokens {
    private static final String TYPE = "at+jwt";
    private static final String HERE = "chatterbox";
    private static final String SESSION = "sid";
    private static final String VERSION = "ver";

    /** Ours have some 400 characters; a longer one is not worth decoding. */
    private static final int LONGEST = 2000;

    /** A clock that is set back a little must not void the tokens issued just before. */
    private static final int SKEW_SECONDS = 30;

    private final SigningKeys keys;
    private final Duration life;
    private final Clock clock;

    @Inject
    public AccessTokens(SigningKeys keys, IdentitySettings settings, Clock clock) {
        this.keys = keys;
        this.life = settings.accessTokenLife();
        this.clock = clock;
    }

    /** How long a token is good from its issue. */
    public Duration life() {
        return life;
    }

    public String issue(AccessToken token) {
        var key = keys.newest();
        var jws = new JsonWebSignature();
        header(key).forEach(jws::setHeader);
        jws.setPayload(claims(token).toJson());
        jws.setKey(key.hmac());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the token says, or a {@link Refusal} {@code sign-in-again}. */
    public AccessToken read(String token) {
        if (token.length() > LONGEST) {
            throw Refusal.of(Reason.SIGN_IN_AGAIN);
        }
        try {
            var claims = consumer().processToClaims(token);
            return new AccessToken(
                    claims.getSubject(),
                    UUID.fromString(claims.getStringClaimValue(SESSION)),
                    Math.toIntExact(claims.getClaimValue(VERSION, Long.class)));
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException notOurs) {
            throw Refusal.of(Reason.SIGN_IN_AGAIN);
        }
    }

    private static Map<String, Object> header(SigningKey key) {
        return Map.of("typ", TYPE, "alg", AlgorithmIdentifiers.HMAC_SHA256, "kid", key.id());
    }

    private JwtClaims claims(AccessToken token) {
        var claims = new JwtClaims();
        var now = clock.instant().getEpochSecond();
        claims.setIssuer(HERE);
        claims.setAudience(HERE);
        claims.setSubject(token.username());
        claims.setStringClaim(SESSION, token.session().toString());
        claims.setClaim(VERSION, token.version());
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(now));
        claims.setExpirationTime(NumericDate.fromSeconds(now + life.toSeconds()));
        return claims;
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256))
                .setVerificationKeyResolver(this::key)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(HERE)
                .setExpectedAudience(HERE)
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, (int) life.toSeconds())
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.instant().toEpochMilli()))
                .build();
    }

    private Key key(JsonWebSignature token, List<JsonWebStructure> within) throws UnresolvableKeyException {
        var key = keys.find(String.valueOf(token.getKeyIdHeaderValue()))
                .orElseThrow(() -> new UnresolvableKeyException("unknown"));
        try {
            if (JsonUtil.parseJson(token.getHeaders().getFullHeaderAsJsonString())
                    .equals(header(key))) {
                return key.hmac();
            }
        } catch (JoseException noJson) {
            // Said below.
        }
        throw new UnresolvableKeyException("another header");
    }
}
