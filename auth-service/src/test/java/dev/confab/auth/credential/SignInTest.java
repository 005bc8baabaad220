package dev.confab.auth.credential;

import static dev.confab.auth.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class SignInTest {
    @Inject
    Database database;

    @Test
    void shouldSignInAtOnceAfterRegistration() {
        // given
        String name = Person.fresh("Alice");
        // when
        Response answer = Person.register(name, Person.PASSWORD);
        // then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.<String>path("username")).isEqualTo(name);
        assertThat(answer.<String>path("lastRoom")).isEqualTo("main");
        assertThat(Instant.parse(answer.path("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(14)),
                        Instant.now().plus(Duration.ofMinutes(15)));
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.asString()).doesNotContain("refresh").doesNotContain(Person.PASSWORD);
        assertThat(Person.of(answer).sessionStatus()).isEqualTo(200);
    }

    @Test
    void shouldKeepCookiesFromScriptsAndOtherSites() {
        // when
        Cookies cookies =
                Person.register(Person.fresh("alice"), Person.PASSWORD).detailedCookies();
        // then
        assertThat(cookies).hasSize(2).allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
        });
        assertThat(cookies.get("confab_access").getPath()).isEqualTo("/");
        assertThat(cookies.get("confab_refresh").getPath()).isEqualTo("/api/auth");
        assertThat(cookies.get("confab_refresh").getMaxAge())
                .isEqualTo(Duration.ofDays(30).toSeconds());
    }

    @Test
    void shouldTakeNoPasswordThatIsEasyToGuess() {
        // given
        String name = Person.fresh("margarete");
        // when
        Response common = Person.register(name, "password");
        Response own = Person.register(name, name);
        // then
        assertProblem(common, ErrorCode.INVALID, "password");
        assertThat(common.<String>path("detail")).contains("easy to guess").contains("Add another word");
        assertProblem(own, ErrorCode.INVALID, "password");
        assertThat(Person.register(name, Person.PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void shouldTakeANameOnceWhateverItsCase() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = Person.register(alice.username().toUpperCase(Locale.ROOT), Person.PASSWORD);
        // then
        assertProblem(answer, ErrorCode.USERNAME_TAKEN, "username");
    }

    @Test
    void shouldGiveANameToOneOnlyOfManyAtTheSameTime() {
        // given
        String name = Person.fresh("alice");
        // when
        var codes = Stream.generate(() -> name)
                .limit(6)
                .parallel()
                .map(same -> Person.register(same, Person.PASSWORD).statusCode())
                .toList();
        // then
        assertThat(codes).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void shouldSignInWithTheNameInAnyCase() {
        // given
        Person alice = Person.register("Alice");
        // when
        Response answer = Person.login(alice.username().toLowerCase(Locale.ROOT), Person.PASSWORD);
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("username")).isEqualTo(alice.username());
    }

    @Test
    void shouldAnswerAWrongPasswordLikeAnUnknownUser() {
        // given
        Person alice = Person.register("alice");
        // when
        Response wrong = Person.login(alice.username(), "not it");
        Response unknown = Person.login(Person.fresh("nobody"), "not it");
        // then
        assertProblem(wrong, ErrorCode.BAD_CREDENTIALS);
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
    }

    @Test
    void shouldNotTakeAPasswordThatBcryptCouldTakeForAnother() {
        // given
        String name = Person.fresh("alice");
        String longest = "open sesame ".repeat(6);
        assertThat(Person.register(name, longest).statusCode()).isEqualTo(201);
        // when
        Response longer = Person.login(name, longest + "x");
        Response padded = Person.login(name, longest.substring(0, 35) + "\0" + longest.substring(36));
        Response exact = Person.login(name, longest);
        // then
        assertProblem(longer, ErrorCode.BAD_CREDENTIALS);
        assertProblem(padded, ErrorCode.BAD_CREDENTIALS);
        assertThat(exact.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSlowDownGuessesButNotElsewhere() {
        // given
        Person alice = Person.register("alice");
        for (int guess = 0; guess < 5; guess++) {
            assertProblem(from("198.51.100.1", alice.username(), "guess"), ErrorCode.BAD_CREDENTIALS);
        }
        // when
        Response guesser = from("198.51.100.1", alice.username(), Person.PASSWORD);
        Response owner = from("198.51.100.2", alice.username(), Person.PASSWORD);
        // then
        assertProblem(guesser, ErrorCode.RATE_LIMITED);
        assertThat(guesser.header("Retry-After")).isEqualTo("1");
        assertThat(guesser.jsonPath().getInt("retryAfter")).isEqualTo(1);
        assertThat(owner.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotLetManyGuessesAtTheSameTimeThrough() {
        // given
        Person alice = Person.register("alice");
        // when
        var codes = Stream.generate(() -> alice.username())
                .limit(20)
                .parallel()
                .map(name -> from("198.51.100.3", name, "guess").statusCode())
                .toList();
        // then
        assertThat(codes).filteredOn(code -> code == 401).hasSizeBetween(5, 7);
    }

    @Test
    void shouldForgetMistakesAfterTheRightPassword() {
        // given
        Person alice = Person.register("alice");
        for (int round = 0; round < 3; round++) {
            for (int guess = 0; guess < 4; guess++) {
                from("198.51.100.4", alice.username(), "guess");
            }
            // when
            Response answer = from("198.51.100.4", alice.username(), Person.PASSWORD);
            // then
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldForgiveAnAddressNothingForMakingAccounts() {
        // given
        String address = "198.51.100.5";
        assertProblem(from(address, Person.fresh("nobody"), "guess"), ErrorCode.BAD_CREDENTIALS);
        pretendFailures("address:" + address, 108);
        // when
        for (int made = 0; made < 3; made++) {
            Response answer = at(address)
                    .body(Map.of("username", Person.fresh("sock"), "password", Person.PASSWORD))
                    .post("/api/auth/register");
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        // then
        assertThat(failures("address:" + address)).isEqualTo(108);
        assertProblem(from(address, Person.fresh("nobody"), "guess"), ErrorCode.RATE_LIMITED);
    }

    @Test
    void shouldForgiveOnASignInOnlyWhatThisAddressGotWrongOnThisAccount() {
        // given
        String address = "198.51.100.6";
        Person mallory = Person.register("mallory");
        assertThat(from(address, mallory.username(), Person.PASSWORD).statusCode())
                .isEqualTo(200);
        from(address, mallory.username(), "guess");
        pretendFailures("address:" + address, 108);
        pretendFailures("account:" + mallory.username(), 20);
        // when
        Response answer = from(address, mallory.username(), Person.PASSWORD);
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(failures("address:" + address)).isEqualTo(108);
        assertThat(failures("account:" + mallory.username())).isEqualTo(20);
        assertThat(failures("own:" + mallory.username() + "@" + address)).isZero();
    }

    private void pretendFailures(String key, int failures) {
        database.atStart(() -> database.transaction(() -> Database.session()
                .chain(session -> session.createNativeQuery(
                                "update sign_in_budget set failures = :failures where budget_key = :key")
                        .setParameter("failures", failures)
                        .setParameter("key", key)
                        .executeUpdate())));
    }

    private int failures(String key) {
        return database.atStart(() -> database.read(() -> Database.session()
                .chain(session -> session.createNativeQuery(
                                "select failures from sign_in_budget where budget_key = :key", Integer.class)
                        .setParameter("key", key)
                        .getSingleResult())));
    }

    private static RequestSpecification at(String address) {
        return given().header("X-Forwarded-For", "203.0.113.1, " + address).contentType("application/json");
    }

    private static Response from(String address, String username, String password) {
        return at(address)
                .body(Map.of("username", username, "password", password))
                .post("/api/auth/login");
    }
}
