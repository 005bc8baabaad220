package dev.confab.auth.key;

import static dev.confab.auth.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.protocol.ErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class TokensTest {
    @Inject
    TokenKeys keys;

    @Inject
    KeyStore store;

    @Test
    void shouldPublishPublicKeysOnly() {
        // when
        Response answer = given().get("/.well-known/jwks.json");
        // then
        List<Map<String, String>> published = answer.path("keys");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(published)
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(key).containsKeys("kid", "alg").doesNotContainKeys("d", "p", "q", "dp", "dq", "qi"));
        assertThat(published)
                .anySatisfy(key -> assertThat(key)
                        .containsKeys("n", "e")
                        .containsEntry("kty", "RSA")
                        .containsEntry("alg", "RS256"));
        assertThat(published)
                .extracting(key -> key.get("kid"))
                .contains(keys.signing().id());
    }

    @Test
    void shouldTakeTheGenuineToken() {
        // when
        Response answer = with(genuine(claims()));
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTakeATokenOfAnOlderVersionsKey() throws Throwable {
        // given
        EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        jwk.setAlgorithm("ES256");
        jwk.setKeyId("old");
        String kept = jwk.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        TokenKey old = TokenKey.parse(500, kept, Instant.now().plus(Duration.ofDays(800)));
        await(store.offer(old));
        await(keys.refresh());
        // when
        Response answer = with(sign(claims(), old.id(), old));
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldRefuseAnExpiredToken() {
        // given
        JwtClaimsBuilder claims = claims().expiresAt(Instant.now().minus(Duration.ofMinutes(2)));
        // when
        Response answer = with(genuine(claims));
        // then
        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldRefuseATokenForSomebodyElse() {
        // when
        Response audience = with(genuine(claims().audience("other")));
        Response issuer = with(genuine(claims().issuer("other")));
        // then
        assertProblem(audience, ErrorCode.UNAUTHENTICATED);
        assertProblem(issuer, ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldRefuseATokenOfAnotherKey() {
        // given
        TokenKey foreign = TokenKey.generate(1, Instant.now());
        // when
        Response sameId = with(sign(claims(), keys.signing().id(), foreign));
        Response otherId = with(sign(claims(), foreign.id(), foreign));
        // then
        assertProblem(sameId, ErrorCode.UNAUTHENTICATED);
        assertProblem(otherId, ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldRefuseAnotherAlgorithm() {
        // given
        String payload = genuine(claims()).split("\\.")[1];
        String none = encoded("{\"alg\":\"none\",\"kid\":\"" + keys.signing().id() + "\"}") + "." + payload + ".";
        String symmetric = claims().jws()
                .keyId(keys.signing().id())
                .algorithm(SignatureAlgorithm.HS256)
                .signWithSecret(new String(keys.signing().publicKey().getEncoded(), StandardCharsets.ISO_8859_1));
        // when
        Response unsigned = with(none);
        Response confused = with(symmetric);
        // then
        assertProblem(unsigned, ErrorCode.UNAUTHENTICATED);
        assertProblem(confused, ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldRefuseAChangedToken() {
        // given
        String[] parts = genuine(claims()).split("\\.");
        String other = genuine(claims().claim("upn", "somebody")).split("\\.")[1];
        // when
        Response answer = with(parts[0] + "." + other + "." + parts[2]);
        // then
        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldAgreeOnOneKeyThoughSeveralReplicasMakeIt() throws Throwable {
        // given
        TokenKey mine = TokenKey.generate(1_000, Instant.now().plus(Duration.ofDays(900)));
        TokenKey theirs = TokenKey.generate(1_000, Instant.now().plus(Duration.ofDays(900)));
        // when
        await(store.offer(mine));
        await(store.offer(theirs));
        KeyRing ring = await(store.load());
        // then
        assertThat(ring.find(mine.id())).isPresent();
        assertThat(ring.find(theirs.id())).isEmpty();
        assertThat(ring.keys()).filteredOn(key -> key.generation() == 1_000).hasSize(1);
    }

    private Response with(String token) {
        return given().auth().oauth2(token).get("/api/auth/sessions");
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.issuer("confab")
                .audience("confab")
                .subject("alice")
                .upn("alice")
                .claim("sid", UUID.randomUUID().toString())
                .expiresAt(Instant.now().plus(Duration.ofMinutes(5)));
    }

    private String genuine(JwtClaimsBuilder claims) {
        return sign(claims, keys.signing().id(), keys.signing());
    }

    private static String sign(JwtClaimsBuilder claims, String keyId, TokenKey key) {
        return claims.jws().keyId(keyId).algorithm(key.algorithm()).sign(key.privateKey());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T await(Uni<T> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> work);
    }
}
