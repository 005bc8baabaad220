package dev.confab.auth.operator;

import static dev.confab.auth.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Topics;
import dev.confab.protocol.Account;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class DisabledAccountTest {
    private static final String DISABLED = "/internal/accounts/{user}/disabled";

    @Test
    void shouldSignOutEverywhere() {
        // given
        Person phone = Person.register("mallory");
        Person laptop = phone.again();
        // when
        Response answer = operator().put(DISABLED, phone.username());
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(phone.sessionStatus()).isEqualTo(401);
        assertThat(laptop.sessionStatus()).isEqualTo(401);
        assertProblem(phone.refresh(), ErrorCode.UNAUTHENTICATED);
        assertThat(Topics.read(Topic.SESSIONS, SessionEnded.class))
                .filteredOn(end -> end.user().value().equalsIgnoreCase(phone.username()))
                .hasSize(2)
                .allSatisfy(end -> assertThat(end.reason()).isEqualTo("account disabled"));
        assertThat(lastToldOf(phone).disabled()).isTrue();
    }

    @Test
    void shouldTellOnlyWhoKnowsThePassword() {
        // given
        Person mallory = Person.register("mallory");
        // when
        operator().put(DISABLED, mallory.username());
        // then
        assertProblem(Person.login(mallory.username(), Person.PASSWORD), ErrorCode.FORBIDDEN);
        assertProblem(Person.login(mallory.username(), "a wrong one"), ErrorCode.BAD_CREDENTIALS);
    }

    @Test
    void shouldLetInAgain() {
        // given
        Person mallory = Person.register("mallory");
        operator().put(DISABLED, mallory.username());
        // when
        Response answer = operator().delete(DISABLED, mallory.username());
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(mallory.again().sessionStatus()).isEqualTo(200);
        assertThat(lastToldOf(mallory).disabled()).isFalse();
    }

    @Test
    void shouldBeFoundByNobody() {
        // given
        Person mallory = Person.register("mallory");
        Person other = Person.register("other");
        // when
        operator().put(DISABLED, mallory.username());
        // then
        Response found = other.asks().queryParam("q", mallory.username()).get("/api/users");
        assertThat(found.<List<String>>path("users.username")).doesNotContain(mallory.username());
    }

    @Test
    void shouldObeyOperatorsAlone() {
        // given
        Person mallory = Person.register("mallory");
        // when
        Response stranger = given().put(DISABLED, mallory.username());
        Response user = mallory.asks().put(DISABLED, mallory.username());
        Response guess = given().header(Operators.HEADER, "a guess that is long enough for it")
                .put(DISABLED, mallory.username());
        // then
        assertProblem(stranger, ErrorCode.UNAUTHENTICATED);
        assertProblem(user, ErrorCode.UNAUTHENTICATED);
        assertProblem(guess, ErrorCode.UNAUTHENTICATED);
        assertThat(mallory.sessionStatus()).isEqualTo(200);
    }

    @Test
    void shouldKnowNobodyOfAnUnknownName() {
        // when
        Response answer = operator().put(DISABLED, "nobody-at-all");
        // then
        assertProblem(answer, ErrorCode.NOT_FOUND);
    }

    private static RequestSpecification operator() {
        return given().header(Operators.HEADER, BackendsResource.OPERATOR_SECRET);
    }

    private static Account lastToldOf(Person person) {
        return Topics.read(Topic.ACCOUNTS, Account.class).stream()
                .filter(account -> account.user().value().equals(person.username()))
                .toList()
                .getLast();
    }
}
