package dev.confab.auth.credential;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.stack.testing.SecurityLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class SecurityTrailTest {
    private static final String ADDRESS = "198.51.100.21";

    @Test
    void shouldTellOfSignInsAndFailuresWithTheAddressTheyCameFrom() {
        try (SecurityLines lines = new SecurityLines()) {
            // given
            String name = Person.fresh("trudy");
            String nobody = Person.fresh("nobody");
            // when
            post("/api/auth/register", name, Person.PASSWORD);
            post("/api/auth/login", name, Person.PASSWORD);
            for (int guess = 0; guess < 6; guess++) {
                post("/api/auth/login", name, "a wrong guess");
            }
            post("/api/auth/login", nobody, "a wrong guess");
            // then
            String user = "user=" + name;
            String from = "address=" + ADDRESS;
            assertThat(lines.with("event=registered ", user, from, "session=")).hasSize(1);
            assertThat(lines.with("event=signed_in ", user, from, "session=")).hasSize(1);
            assertThat(lines.with("event=sign_in_failed ", user, from, "reason=wrong_password"))
                    .hasSizeBetween(5, 6);
            assertThat(lines.with("event=sign_in_throttled ", user, from)).isNotEmpty();
            assertThat(lines.with("event=sign_in_failed ", from, "reason=unknown_user"))
                    .hasSize(1);
            assertThat(lines.with(nobody)).isEmpty();
            assertThat(lines.with("wrong guess")).isEmpty();
            assertThat(lines.with(Person.PASSWORD)).isEmpty();
        }
    }

    @Test
    void shouldTellOfChangesEndsAndRefusedTokens() {
        try (SecurityLines lines = new SecurityLines()) {
            // given
            Person alice = Person.register("alice");
            Person renewed = Person.of(alice.refresh());
            Person.of(renewed.refresh());
            Person laptop = alice.again();
            String user = "user=" + alice.username();
            // when
            laptop.asks()
                    .body(Map.of("current", Person.PASSWORD, "next", "something new"))
                    .put("/api/auth/password");
            alice.refresh();
            given().auth().oauth2("forged").get("/api/auth/session");
            // then
            assertThat(lines.with("event=password_changed ", user, "session=")).hasSize(1);
            assertThat(lines.with("event=session_ended ", user, "reason=password_changed"))
                    .hasSize(1);
            assertThat(lines.with("event=token_refused ", "reason=refresh", "session="))
                    .isNotEmpty();
            assertThat(lines.with("event=token_refused ", "reason=invalid", "address="))
                    .isNotEmpty();
            assertThat(lines.with(alice.accessToken())).isEmpty();
        }
    }

    @Test
    void shouldTellOfATokenThatWasUsedTwice() {
        try (SecurityLines lines = new SecurityLines()) {
            // given
            Person alice = Person.register("alice");
            Person once = Person.of(alice.refresh());
            Person.of(once.refresh());
            // when
            alice.refresh();
            // then
            assertThat(lines.with("event=token_reused ", "user=" + alice.username(), "session=", "address="))
                    .hasSize(1);
        }
    }

    private static Response post(String path, String username, String password) {
        return given().header("X-Forwarded-For", "203.0.113.1, " + ADDRESS)
                .contentType("application/json")
                .body(Map.of("username", username, "password", password))
                .post(path);
    }
}
