package dev.confab.room.directory;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.confab.room.testing.Gateway;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class DirectoryTest {
    private final Person ann = Person.named("Ann");
    private final Person bob = Person.named("bob");

    @Test
    void shouldShowMainFirst() {
        ann.creates(roomNamed("Aardvark"));

        list(ann, Map.of()).body("rooms[0].name", equalTo("main")).body("rooms[0].role", equalTo(null));
    }

    @Test
    void shouldFindPartsOfNamesInAnyCase() {
        String part = roomNamed("Ünïcorn");
        ann.creates("The " + part + " stable").statusCode(201);

        list(bob, Map.of("q", part.toUpperCase(java.util.Locale.ROOT)))
                .body("rooms.name", contains("The " + part + " stable"))
                .body("rooms.joined", contains(false));
        list(bob, Map.of("q", "no such room at all")).body("rooms", empty());
    }

    @Test
    void shouldTakeWildcardsForCharacters() {
        list(ann, Map.of("q", "m%n")).body("rooms", empty());
        list(ann, Map.of("q", "m_in")).body("rooms", empty());
    }

    @Test
    void shouldGoThroughAllRoomsPageByPage() {
        String prefix = roomNamed("Page");
        List<String> names = List.of(prefix + " a", prefix + " B", prefix + " c", prefix + " D", prefix + " e");
        names.forEach(name -> ann.creates(name).statusCode(201));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = list(bob, Map.of("q", prefix, "limit", "2", "cursor", cursor));
            seen.addAll(page.extract().path("rooms.name"));
            cursor = page.extract().path("next");
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(names);
    }

    @Test
    void shouldShowOneRoomAtATimeAndEachOnce() {
        ann.joins("main").statusCode(200);
        ann.creates(roomNamed("Aardvark"));
        List<String> all = list(ann, Map.of("joined", "true")).extract().path("rooms.name");
        assertThat(all).hasSize(2).startsWith("main");

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = list(ann, Map.of("joined", "true", "limit", "1", "cursor", cursor))
                    .body("rooms", hasSize(1));
            seen.addAll(page.extract().path("rooms.name"));
            cursor = page.extract().path("next");
        }

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void shouldGoOnWhenWhoIsThereAndNoMemberFillsAPage() {
        String room = roomNamed("Online");
        ann.creates(room);
        Person first = new Person("aaa-" + bob.name());
        try (Gateway gateway = Gateway.start()) {
            gateway.enters(first, room);
            gateway.enters(ann, room);
            await().untilAsserted(() -> ann.looksAt(room).body("online", equalTo(2)));

            String next = ann.asks()
                    .queryParams("limit", "1", "online", "true")
                    .get("/api/rooms/{room}/members", room)
                    .then()
                    .body("members", empty())
                    .extract()
                    .path("next");
            ann.asks()
                    .queryParams("limit", "1", "online", "true", "cursor", next)
                    .get("/api/rooms/{room}/members", room)
                    .then()
                    .body("members.username", contains(ann.name()))
                    .body("next", equalTo(null));
        }
    }

    @Test
    void shouldShowOnlyRoomsTheCallerJoined() {
        String mine = roomNamed("Mine");
        String notMine = roomNamed("Not");
        ann.creates(mine);
        ann.creates(notMine);
        bob.joins(mine);

        list(bob, Map.of("joined", "true"))
                .body("rooms.name", contains(mine))
                .body("rooms.joined", everyItem(equalTo(true)));
        list(bob, Map.of("q", notMine)).body("rooms[0].joined", equalTo(false));
    }

    @Test
    void shouldCountMembers() {
        String room = roomNamed("Count");
        ann.creates(room);
        bob.joins(room);
        bob.joins(room);
        ann.looksAt(room).body("memberCount", equalTo(2));

        bob.leaves(room).statusCode(204);

        ann.looksAt(room).body("memberCount", equalTo(1));
    }

    @Test
    void shouldShowMembersWithTheirRoles() {
        String room = roomNamed("Crew");
        Person cem = Person.named("cem");
        ann.creates(room);
        bob.joins(room);
        cem.joins(room);
        ann.appoints(bob, room).statusCode(204);

        var members = ann.asks().get("/api/rooms/{room}/members", room).then().statusCode(200);

        members.body("members.username", contains(ann.name(), bob.name(), cem.name()))
                .body("members.role", contains("owner", "moderator", "member"))
                .body("members.online", contains(false, false, false));
        ann.asks()
                .queryParam("limit", "1")
                .get("/api/rooms/{room}/members", room)
                .then()
                .body("members.username", contains(ann.name()))
                .body("next", not(equalTo(null)));
    }

    @Test
    void shouldListThoseWhoModerateAlone() {
        String room = roomNamed("Crew");
        Person cem = Person.named("cem");
        Person dan = Person.named("dan");
        ann.creates(room);
        List.of(bob, cem, dan).forEach(person -> person.joins(room));
        List.of(cem, dan).forEach(person -> ann.appoints(person, room).statusCode(204));

        var page = ann.asks()
                .queryParam("moderators", "true")
                .queryParam("limit", "1")
                .get("/api/rooms/{room}/members", room)
                .then()
                .statusCode(200)
                .body("members.username", contains(cem.name()));
        ann.asks()
                .queryParam("moderators", "true")
                .queryParam("cursor", page.extract().<String>path("next"))
                .get("/api/rooms/{room}/members", room)
                .then()
                .body("members.username", contains(dan.name()))
                .body("members.role", contains("moderator"))
                .body("next", equalTo(null));
        ann.asks()
                .queryParam("moderators", "true")
                .queryParam("online", "true")
                .get("/api/rooms/{room}/members", room)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldShowMembersOfAPasswordRoomToMembersAlone() {
        String room = roomNamed("Vault");
        ann.creates(Map.of("name", room, "password", "open sesame"));

        bob.asks().get("/api/rooms/{room}/members", room).then().statusCode(403).body("code", equalTo("not_joined"));
        bob.joins(room, "open sesame").statusCode(200);
        bob.asks()
                .get("/api/rooms/{room}/members", room)
                .then()
                .statusCode(200)
                .body("members.username", hasItem(bob.name()));
    }

    @Test
    void shouldShowMembersOfAnOpenRoomToAllButTheBanned() {
        String room = roomNamed("Square");
        Person cem = Person.named("cem");
        ann.creates(room);
        ann.bans(bob, room).statusCode(200);

        bob.asks().get("/api/rooms/{room}/members", room).then().statusCode(403).body("code", equalTo("banned"));
        bob.asks()
                .queryParam("online", "true")
                .get("/api/rooms/{room}/members", room)
                .then()
                .statusCode(403);
        cem.asks().get("/api/rooms/{room}/members", room).then().statusCode(200);
        ann.unbans(bob, room).statusCode(204);
        bob.asks().get("/api/rooms/{room}/members", room).then().statusCode(200);
    }

    @Test
    void shouldShowWhoIsOnline() {
        String room = roomNamed("Online");
        ann.creates(room);
        bob.joins(room);
        try (Gateway one = Gateway.start();
                Gateway other = Gateway.start()) {
            one.enters(bob, room);
            other.enters(bob, room);
            other.enters(Person.named("visitor"), room);

            await().untilAsserted(() -> ann.looksAt(room).body("online", equalTo(2)));
            ann.asks().get("/api/rooms/{room}/members", room).then().body("members.online", contains(false, true));
        }
        await().untilAsserted(() -> ann.looksAt(room).body("online", equalTo(0)));
    }

    @Test
    void shouldAskAGatewayThatItDoesNotKnowForItsSnapshot() {
        try (Gateway gateway = Gateway.start()) {
            await().until(gateway::wasAsked);
        }
    }

    private static ValidatableResponse list(Person person, Map<String, String> query) {
        return person.asks().queryParams(query).get("/api/rooms").then().statusCode(200);
    }
}
