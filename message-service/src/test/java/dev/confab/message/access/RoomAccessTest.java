package dev.confab.message.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Tokens;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RoomAccessTest {
    private static final Client BOB = Client.as("bob");

    @Inject
    LogWriter log;

    private final String room = "room-" + UUID.randomUUID();

    private Response history(Client client) {
        return client.get("/api/rooms/{room}/messages", room);
    }

    private Response historyWithTicket(String ticket) {
        return BOB.request().header("Confab-Ticket", ticket).get("/api/rooms/{room}/messages", room);
    }

    private static void expect(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code)).contentType("application/problem+json");
    }

    @Test
    void shouldAskForAToken() {
        expect(given().get("/api/rooms/main/messages"), 401, "unauthenticated");
        expect(given().auth().oauth2("nonsense").get("/api/unread"), 401, "unauthenticated");
    }

    @Test
    void shouldRefuseTheTokenOfAnEndedSession() {
        // given
        Client eve = Client.as("eve" + System.nanoTime());
        String name = eve.get("/api/unread").then().statusCode(200).extract().path("rooms[0].room");
        assertThat(name).isNull();
        // when
        String user = "mallory" + System.nanoTime();
        log.endSession(user);
        // then
        Awaitility.await().untilAsserted(() -> expect(Client.as(user).get("/api/unread"), 401, "unauthenticated"));
    }

    @Test
    void shouldLetEverybodyIntoMainThoughNobodyCreatedIt() {
        // when
        Response answer = BOB.get("/api/rooms/{room}/messages", "Main");
        // then
        answer.then().statusCode(200);
    }

    @Test
    void shouldNotFindARoomThatNeverWas() {
        expect(history(BOB), 404, "not_found");
    }

    @Test
    void shouldLetMembersAloneIntoARoomWithAPassword() {
        // given
        log.room(room, Change.CREATED, true);
        log.say(room, "owner", "psst");
        // when
        Response before = history(BOB);
        log.join(room, "Bob");
        Response member = history(BOB);
        log.leave(room, "bob");
        Response after = history(BOB);
        // then
        expect(before, 403, "forbidden");
        assertThat(member.jsonPath().getList("messages.text")).containsExactly("psst");
        expect(after, 403, "forbidden");
    }

    @Test
    void shouldRefuseToSendToARoomWithAPasswordToo() {
        // given
        log.room(room, Change.CREATED, true);
        // then
    }

    @Test
    void shouldFollowThePasswordAsItComesAndGoes() {
        // given
        log.room(room, Change.CREATED, false);
        // when
        Response open = history(BOB);
        log.room(room, Change.CHANGED, true);
        Awaitility.await().untilAsserted(() -> expect(history(BOB), 403, "forbidden"));
        log.room(room, Change.CHANGED, false);
        // then
        open.then().statusCode(200);
        history(BOB).then().statusCode(200);
    }

    @Test
    void shouldTakeATicketForAMembershipThatIsOnItsWay() {
        // given
        Position created = log.room(room, Change.CREATED, true);
        // then
        historyWithTicket(Tokens.ticket("bob", room, created.value())).then().statusCode(200);
        expect(historyWithTicket(Tokens.ticket("ada", room, created.value())), 403, "forbidden");
        expect(historyWithTicket(Tokens.ticket("bob", "other", created.value())), 403, "forbidden");
        expect(historyWithTicket("not.aticket"), 403, "forbidden");
    }

    @Test
    void shouldTakeNoTicketFromBeforeAKickABanOrADeletion() {
        // given
        Position created = log.room(room, Change.CREATED, true);
        String ticket = Tokens.ticket("bob", room, created.value());
        // when
        Position kicked = log.kick(room, "bob");
        // then
        expect(afterProjection(kicked, ticket), 403, "forbidden");
        historyWithTicket(Tokens.ticket("bob", room, kicked.value())).then().statusCode(200);
        // when
        log.ban(room, "bob", Optional.empty());
        Position unbanned = log.unban(room, "bob");
        // then
        expect(afterProjection(unbanned, Tokens.ticket("bob", room, kicked.value())), 403, "forbidden");
        // when
        log.room(room, Change.DELETED, true);
        Position again = log.room(room, Change.CREATED, true);
        // then
        expect(afterProjection(again, Tokens.ticket("bob", room, unbanned.value())), 403, "forbidden");
    }

    /** Old news let a ticket count a moment longer, so the answer must be one on the present ones. */
    private Response afterProjection(Position position, String ticket) {
        Client.as("owner")
                .request()
                .header("Confab-Ticket", Tokens.ticket("owner", room, position.value()))
                .get("/api/rooms/{room}/messages", room)
                .then()
                .statusCode(200);
        return historyWithTicket(ticket);
    }

    @Test
    void shouldTurnAwayTheBannedUntilTheBanEndsOrIsLifted() {
        // given
        log.room(room, Change.CREATED, false);
        log.ban(room, "Bob", Optional.empty());
        Awaitility.await().untilAsserted(() -> expect(history(BOB), 403, "banned"));
        // then
        history(Client.as("ada")).then().statusCode(200);
        // when
        log.unban(room, "bob");
        // then
        history(BOB).then().statusCode(200);
        // when
        log.ban(room, "bob", Optional.of(Instant.now().minusSeconds(1)));
        // then
        history(BOB).then().statusCode(200);
    }

    @Test
    void shouldForgetADeletedRoomWithEverythingInIt() {
        // given
        log.room(room, Change.CREATED, true);
        log.join(room, "bob");
        log.say(room, "owner", "before");
        history(BOB).then().statusCode(200);
        // when
        log.room(room, Change.DELETED, true);
        // then
        Awaitility.await().untilAsserted(() -> expect(history(BOB), 404, "not_found"));
        // when
        log.say(room, "owner", "into the void");
        log.room(room, Change.CREATED, true);
        log.say(room, "owner", "after");
        // then
        expect(history(BOB), 403, "forbidden");
        log.join(room, "bob");
        assertThat(history(BOB).jsonPath().getList("messages.text")).containsExactly("after");
    }

    @Test
    void shouldNotDeleteTheNextRoomWhenADeletionIsRelayedTwice() {
        // given
        MessageId deletion = MessageId.next();
        log.room(room, Change.CREATED, false);
        log.room(room, Change.DELETED, false, deletion);
        log.room(room, Change.CREATED, false);
        log.say(room, "owner", "in the next room");
        // when
        log.room(room, Change.DELETED, false, deletion);
        log.say(room, "owner", "still there");
        // then
        assertThat(BOB.texts(room, "")).containsExactly("in the next room", "still there");
    }
}
