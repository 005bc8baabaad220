package dev.confab.auth.outage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Topics;
import dev.confab.protocol.Account;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** In a process of its own: once the producer has met Kafka, the valve is out of its way. */
@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class KafkaOutageTest {
    @TestHTTPResource(value = "/health/live", management = true)
    URL health;

    @Test
    void shouldRelayLaterWhatWasDecidedWhileKafkaWasAway() {
        // given
        BackendsResource.kafka().shut();
        Person alice = Person.register("alice");
        Person bob = Person.register("bob");
        given().get(health).then().statusCode(200);
        // when
        BackendsResource.kafka().open();
        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Topics.read(Topic.ACCOUNTS, Account.class))
                        .extracting(account -> account.user().value())
                        .containsSubsequence(alice.username(), bob.username()));
    }
}
