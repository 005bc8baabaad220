package dev.confab.room.membership;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.confab.protocol.Decision;
import dev.confab.protocol.Role;
import dev.confab.protocol.Ticket;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import dev.confab.room.testing.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class JoinRoomTest {
    private final Person ann = Person.named("Ann");
    private final Person bob = Person.named("Bob");

    @Test
    void shouldGiveATicketToWhoeverComesToAnOpenRoom() {
        String room = roomNamed("Garden");
        ann.creates(room);

        var admission = bob.joins(room.toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("room", equalTo(room))
                .body("role", equalTo("member"))
                .body("hasPassword", equalTo(false));

        Ticket ticket = Tickets.in(admission, bob, room);
        assertThat(ticket.user().value()).isEqualTo(bob.name());
        assertThat(ticket.role()).isEqualTo(Role.MEMBER);
        assertThat(ticket.expiresAt())
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));
        assertThat(Tickets.isGood(ticket)).isTrue();
    }

    @Test
    void shouldNeedNoBody() throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/rooms/main/join"))
                .header("Authorization", "Bearer " + bob.token())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldTellTheLogOfAMembershipOnceAndBeforeItAnswers() {
        String room = roomNamed("Garden");
        ann.creates(room);

        bob.joins(room).statusCode(200);
        bob.joins(room).statusCode(200);

        assertThat(Log.of(room).stream().map(Log.Entry::event))
                .filteredOn(Decision.Joined.class::isInstance)
                .map(event -> ((Decision.Joined) event).user().value())
                .containsExactly(ann.name(), bob.name());
    }

    @Test
    void shouldTellEverybodyTheirRole() {
        String room = roomNamed("Garden");
        ann.creates(room);
        bob.joins(room);
        ann.appoints(bob, room);

        ann.joins(room).body("role", equalTo("owner"));
        bob.joins(room).body("role", equalTo("moderator"));
        new Person("mona").joins("main").statusCode(200).body("role", equalTo("moderator"));
    }

    @Test
    void shouldAskNewcomersForThePasswordAndMembersNot() {
        String room = roomNamed("Vault");
        ann.creates(Map.of("name", room, "password", "pässwörd 🔑"));

        bob.joins(room).statusCode(403).body("code", equalTo("wrong_password"));
        bob.joins(room, "wrong").statusCode(403).body("code", equalTo("wrong_password"));
        bob.joins(room, "pässwörd 🔑").statusCode(200).body("hasPassword", equalTo(true));
        bob.joins(room).statusCode(200);
        ann.joins(room).statusCode(200);
    }

    @Test
    void shouldRefuseABadPasswordWithoutCheckingIt() {
        String room = roomNamed("Vault");
        ann.creates(Map.of("name", room, "password", "open sesame ".repeat(6))).statusCode(201);

        bob.joins(room, "open sesame ".repeat(6) + "x").statusCode(400).body("code", equalTo("too_long"));
        bob.joins(room, "").statusCode(400).body("code", equalTo("invalid"));
        bob.asks()
                .body("{\"password\":5}")
                .post("/api/rooms/{room}/join", room)
                .then()
                .statusCode(400)
                .body("field", equalTo("password"));
        bob.asks()
                .body("{")
                .post("/api/rooms/{room}/join", room)
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
        bob.joins(room, "open sesame ".repeat(6)).statusCode(200);
    }

    @Test
    void shouldSlowGuessersDown() {
        String room = roomNamed("Vault");
        Person cem = Person.named("cem");
        ann.creates(Map.of("name", room, "password", "open sesame"));
        for (int i = 0; i < 3; i++) {
            bob.joins(room, "guess " + i).statusCode(403);
        }

        bob.joins(room, "open sesame")
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("rate_limited"))
                .body("retryAfter", greaterThan(0));
        cem.joins(room, "open sesame").statusCode(200);
        ann.joins(room).statusCode(200);
    }

    @Test
    void shouldTakeInAsManyAsTheRoomHolds() {
        String room = roomNamed("Closet");
        ann.creates(room);

        long in = IntStream.range(0, 14)
                .parallel()
                .filter(i -> Person.named("crowd").joins(room).extract().statusCode() == 200)
                .count();

        assertThat(in).isEqualTo(11);
        bob.joins(room).statusCode(409).body("code", equalTo("conflict"));
        ann.joins(room).statusCode(200);
        ann.looksAt(room).body("memberCount", equalTo(12));
    }

    @Test
    void shouldJoinTheSamePersonOnceHoweverOftenTheyAskAtOnce() {
        String room = roomNamed("Door");
        ann.creates(room);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .map(i -> bob.joins(room).extract().statusCode())
                .distinct()
                .toArray();

        assertThat(statuses).containsExactly(200);
        ann.looksAt(room).body("memberCount", equalTo(2));
    }
}
