package dev.confab.auth.outage;

import static dev.confab.auth.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Topics;
import dev.confab.auth.testing.Valve;
import dev.confab.protocol.Account;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class DatabaseOutageTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(12);

    @TestHTTPResource(value = "/health/ready", management = true)
    URL health;

    enum Outage {
        GONE(Valve::shut),
        SILENT(Valve::freeze);

        private final Consumer<Valve> begin;

        Outage(Consumer<Valve> begin) {
            this.begin = begin;
        }
    }

    @AfterEach
    void end() {
        BackendsResource.database().open();
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        Person.register(Person.fresh("after"), Person.PASSWORD).statusCode() == 201);
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayThatItIsUnavailable(Outage outage) throws InterruptedException {
        // given
        Person alice = Person.register("alice");
        outage.begin.accept(BackendsResource.database());
        // when
        var answers = answers(List.of(
                () -> Person.login(alice.username(), Person.PASSWORD),
                () -> Person.register(Person.fresh("bob"), Person.PASSWORD),
                alice::refresh,
                () -> alice.asks().get("/api/users/me"),
                () -> alice.asks().body(Map.of("bio", "hi")).patch("/api/users/me"),
                () -> alice.asks().get("/api/auth/sessions")));
        // then
        assertThat(answers).allSatisfy(answer -> {
            assertProblem(answer, ErrorCode.UNAVAILABLE);
            assertThat(answer.timeIn(TimeUnit.MILLISECONDS)).isLessThan(AT_ONCE.toMillis());
        });
    }

    /** To all of them at the same time. */
    private static List<Response> answers(List<Callable<Response>> requests) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoOnKnowingWhoIsSignedIn(Outage outage) {
        // given
        Person alice = Person.register("alice");
        outage.begin.accept(BackendsResource.database());
        // when
        Response answer = alice.asks().get("/api/auth/session");
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("username")).isEqualTo(alice.username());
        given().get(health).then().statusCode(200);
        given().get("/.well-known/jwks.json").then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecoverByItself(Outage outage) {
        // given
        Person alice = Person.register("alice");
        outage.begin.accept(BackendsResource.database());
        assertProblem(Person.login(alice.username(), Person.PASSWORD), ErrorCode.UNAVAILABLE);
        // when
        BackendsResource.database().open();
        // then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Person.login(alice.username(), Person.PASSWORD).statusCode() == 200);
        assertThat(alice.refresh().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRelayAgain(Outage outage) {
        // given
        for (int time = 0; time < 3; time++) {
            outage.begin.accept(BackendsResource.database());
            assertThat(Person.register(Person.fresh("bob"), Person.PASSWORD).statusCode())
                    .isEqualTo(503);
            BackendsResource.database().open();
        }
        // when
        String alice = Person.fresh("alice");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Person.register(alice, Person.PASSWORD).statusCode() == 201);
        // then
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Topics.read(Topic.ACCOUNTS, Account.class).stream()
                        .anyMatch(account -> account.user().value().equals(alice)));
    }
}
