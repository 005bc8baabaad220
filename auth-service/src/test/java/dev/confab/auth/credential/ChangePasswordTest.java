package dev.confab.auth.credential;

import static dev.confab.auth.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.protocol.ErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ChangePasswordTest {

    @Test
    void shouldEndTheOtherSessions() {
        // given
        Person phone = Person.register("alice");
        Person laptop = phone.again();
        // when
        Response answer = change(laptop, Person.PASSWORD, "something new");
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(laptop.sessionStatus()).isEqualTo(200);
        assertThat(phone.sessionStatus()).isEqualTo(401);
        assertProblem(phone.refresh(), ErrorCode.UNAUTHENTICATED);
        assertProblem(Person.login(phone.username(), Person.PASSWORD), ErrorCode.BAD_CREDENTIALS);
        assertThat(Person.login(phone.username(), "something new").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTakeNoNextPasswordThatIsEasyToGuess() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = change(alice, Person.PASSWORD, "password1");
        // then
        assertProblem(answer, ErrorCode.INVALID, "next");
        assertThat(Person.login(alice.username(), Person.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldWantTheCurrentPassword() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = change(alice, "not it", "something new");
        // then
        assertProblem(answer, ErrorCode.BAD_CREDENTIALS, "current");
        assertThat(Person.login(alice.username(), Person.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSlowDownWhoGuessesInAStolenSession() {
        // given
        Person alice = Person.register("alice");
        for (int guess = 0; guess < 5; guess++) {
            change(alice, "guess", "something new");
        }
        // when
        Response answer = change(alice, "guess", "something new");
        // then
        assertProblem(answer, ErrorCode.RATE_LIMITED);
    }

    private static Response change(Person person, String current, String next) {
        return person.asks().body(Map.of("current", current, "next", next)).put("/api/auth/password");
    }
}
