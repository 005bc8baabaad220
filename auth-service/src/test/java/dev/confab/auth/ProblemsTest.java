package dev.confab.auth;

import static dev.confab.auth.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.protocol.ErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request, the answer has the one form of refusals. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /api/auth/register      | {                              | MALFORMED |",
                "POST /api/auth/register      | ''                             | MALFORMED |",
                "POST /api/auth/register      | null                           | MALFORMED |",
                "POST /api/auth/register      | [1]                            | MALFORMED |",
                "POST /api/auth/register      | {\"x\":1,\"x\":2}              | MALFORMED |",
                "POST /api/auth/register      | {}                             | INVALID   | username",
                "POST /api/auth/register      | {\"username\":5}               | INVALID   | username",
                "POST /api/auth/register      | {\"username\":\"a b\"}         | INVALID   | username",
                "POST /api/auth/register      | {\"username\":\"me\",\"password\":\"12345678\"} | INVALID | username",
                "POST /api/auth/register      | {\"username\":\"..\",\"password\":\"12345678\"} | INVALID | username",
                "POST /api/auth/register      | {\"username\":\"a\"}           | INVALID   | password",
                "POST /api/auth/register      | {\"username\":\"a\",\"password\":\"1234567\"} | INVALID | password",
                "POST /api/auth/register      | {\"username\":\"a\",\"password\":\"12345678\\u0000\"} | INVALID | password",
                "POST /api/auth/register      | {\"username\":\"a\",\"password\":{}} | INVALID | password",
                "POST /api/auth/login         | {                              | MALFORMED |",
                "POST /api/auth/login         | null                           | MALFORMED |",
                "POST /api/auth/login         | {\"username\":\"a\"}           | INVALID   | password",
                "PUT /api/auth/password       | null                           | MALFORMED |",
                "PUT /api/auth/password       | {}                             | INVALID   | current",
                "PUT /api/auth/password       | {\"current\":\"x\"}            | INVALID   | next",
                "PUT /api/auth/password       | {\"current\":\"x\",\"next\":\"short\"} | INVALID | next",
                "PATCH /api/users/me          | null                           | MALFORMED |",
                "PATCH /api/users/me          | {\"displayName\":7}            | INVALID   | displayName",
                "PATCH /api/users/me          | {\"displayName\":\"a\\u0007\"} | INVALID   | displayName",
                "PUT /api/users/me/last-room  | null                           | MALFORMED |",
                "PUT /api/users/me/last-room  | {}                             | INVALID   | room",
                "PUT /api/users/me/last-room  | {\"room\":\" \"}               | INVALID   | room",
                "PUT /api/users/me/last-room  | {\"room\":[]}                  | INVALID   | room",
                "PUT /api/users/me/avatar     | {}                             | UNSUPPORTED_MEDIA_TYPE |",
                "PUT /api/users/me/avatar     | ''                             | UNSUPPORTED_MEDIA_TYPE |",
                "GET /api/users/a%20b         | ''                             | INVALID   | username",
                "GET /api/users/nobody-at-all | ''                             | NOT_FOUND |",
                "GET /api/users/nobody/avatar | ''                             | NOT_FOUND |",
                "DELETE /api/auth/sessions/1  | ''                             | NOT_FOUND |",
                "GET /api/nothing             | ''                             | NOT_FOUND |",
                "GET /nothing                 | ''                             | NOT_FOUND |",
                "DELETE /api/auth/login       | ''                             | METHOD_NOT_ALLOWED |",
                "POST /api/users/nobody       | {}                             | METHOD_NOT_ALLOWED |",
                "POST /.well-known/jwks.json  | {}                             | METHOD_NOT_ALLOWED |",
            })
    void shouldAnswerAProblem(String endpoint, String body, ErrorCode code, String field) {
        // given
        Person alice = Person.register("alice");
        String[] parts = endpoint.split(" ", 2);
        // when
        Response answer = alice.asks().urlEncodingEnabled(false).body(body).request(parts[0], parts[1]);
        // then
        assertProblem(answer, code);
        assertThat(answer.jsonPath().getString("field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "bio"})
    void shouldNameTheTextThatIsTooLong(String field) {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = alice.asks()
                .body("{\"%s\":\"%s\"}".formatted(field, "x".repeat(501)))
                .patch("/api/users/me");
        // then
        assertProblem(answer, ErrorCode.TOO_LONG, field);
    }

    @Test
    void shouldRefuseAPasswordThatBcryptWouldCutOff() {
        // when
        Response answer = Person.register(Person.fresh("alice"), "é".repeat(36) + "x");
        // then
        assertProblem(answer, ErrorCode.TOO_LONG, "password");
    }

    @Test
    void shouldRefuseAnotherMediaType() {
        // when
        Response answer = given().contentType("text/plain").body("{}").post("/api/auth/login");
        // then
        assertProblem(answer, ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() {
        // when
        Response answer = given().contentType("application/json")
                .body("{\"x\":\"" + "x".repeat(1_000_000) + "\"}")
                .post("/api/auth/login");
        // then
        assertProblem(answer, ErrorCode.TOO_LARGE);
    }

    @Test
    void shouldRefuseAPictureThatIsTooLarge() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = alice.asks()
                .contentType("image/png")
                .body(new byte[256 * 1024 + 1])
                .put("/api/users/me/avatar");
        // then
        assertProblem(answer, ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/auth/session",
        "GET, /api/auth/sessions",
        "DELETE, /api/auth/sessions/1",
        "PUT, /api/auth/password",
        "POST, /api/auth/refresh",
        "GET, /api/users/somebody",
        "GET, /api/users/somebody/avatar",
        "PATCH, /api/users/me",
        "PUT, /api/users/me/avatar",
        "DELETE, /api/users/me/avatar",
        "PUT, /api/users/me/last-room",
    })
    void shouldAnswerNobodyWithoutAToken(String method, String path) {
        // when
        Response answer = given().contentType("application/json")
                .body(method.equals("GET") ? "" : "{}")
                .request(method, path);
        // then
        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void shouldTakeNoPasswordInTheAuthorizationHeader() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = given().auth()
                .preemptive()
                .basic(alice.username(), Person.PASSWORD)
                .get("/api/auth/session");
        // then
        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
    }
}
