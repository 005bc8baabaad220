package dev.confab.room.lifecycle;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.confab.protocol.RoomState;
import dev.confab.protocol.Ticket;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import dev.confab.room.testing.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class RoomLifecycleTest {
    private final Person ann = Person.named("Ann");
    private final Person bob = Person.named("bob");

    @Test
    void shouldMakeTheCreatorOwnerAndMember() {
        String room = roomNamed("Garden");

        ann.creates(Map.of("name", room, "topic", "  Roses  "))
                .statusCode(201)
                .header("Location", endsWith("/api/rooms/" + room.replace(" ", "%20")))
                .body("name", equalTo(room))
                .body("owner", equalTo(ann.name()))
                .body("topic", equalTo("Roses"))
                .body("hasPassword", equalTo(false))
                .body("memberCount", equalTo(1))
                .body("joined", equalTo(true))
                .body("role", equalTo("owner"));

        assertThat(Log.types(room, 2)).containsExactly("room", "joined");
        RoomState state = Log.stateEventually(room, published -> true);
        assertThat(state.owner()).isEqualTo(ann.username());
        assertThat(state.topic()).isEqualTo("Roses");
        assertThat(state.ticketsSince()).isEqualTo(Log.of(room).getFirst().position());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\" 'n'' \\",
                "<b>&amp;</b>",
                "a/b?c#d%25;e",
                "🌱👩‍👩‍👧‍👦",
                "שלום עולם",
                "e\u0301 combining",
                "ﷺ",
                "%_like",
            })
    void shouldGiveNamesBackExactly(String name) {
        ann.creates(name).statusCode(201).body("name", equalTo(name));

        bob.looksAt(name).statusCode(200).body("name", equalTo(name)).body("role", nullValue());
        bob.joins(name).statusCode(200).body("room", equalTo(name));
        bob.asks()
                .queryParam("q", name)
                .get("/api/rooms")
                .then()
                .statusCode(200)
                .body("rooms.name", equalTo(java.util.List.of(name)));
        assertThat(Log.stateEventually(name, state -> true).room().value()).isEqualTo(name);
        ann.deletes(name).statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({"Unique,uNIQUE", "Ünïque,ÜNÏQUE", "Wide,Ｗｉｄｅ", "main,MAIN"})
    void shouldRefuseANameThatIsTakenInAnyCase(String name, String same) {
        ann.creates(name);

        bob.creates(same)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("room_exists"))
                .body("field", equalTo("name"));
    }

    @Test
    void shouldCreateARoomOnceHoweverManyTryAtOnce() {
        String room = roomNamed("Race");

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> Person.named("racer").creates(room).extract().statusCode())
                .sorted()
                .toList();

        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void shouldLimitHowManyRoomsOneOwns() {
        for (int i = 0; i < 20; i++) {
            ann.creates(roomNamed("Many")).statusCode(201);
        }

        ann.creates(roomNamed("Many")).statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void shouldChangeTheTopicAlone() {
        String room = roomNamed("Garden");
        ann.creates(Map.of("name", room, "password", "open sesame"));

        ann.changes(room, "{\"topic\":\"<Tulips> & \\\"more\\\" 🌷\"}")
                .statusCode(200)
                .body("topic", equalTo("<Tulips> & \"more\" 🌷"))
                .body("hasPassword", equalTo(true));

        assertThat(Log.types(room, 3)).containsExactly("room", "joined", "room");
        Log.stateEventually(room, state -> state.topic().contains("🌷") && state.hasPassword());
    }

    @Test
    void shouldTakeNoPasswordThatIsEasyToGuess() {
        String room = roomNamed("Vault");
        for (String easy : List.of("x", "12345678", room)) {
            ann.creates(Map.of("name", room, "password", easy))
                    .statusCode(400)
                    .body("code", equalTo("invalid"))
                    .body("field", equalTo("password"));
        }
        ann.creates(room).statusCode(201);
        ann.changes(room, "{\"password\":\"password\"}").statusCode(400).body("field", equalTo("password"));
        ann.looksAt(room).body("hasPassword", equalTo(false));
    }

    @Test
    void shouldTakeThePasswordAwayWhenItIsNull() {
        String room = roomNamed("Vault");
        ann.creates(Map.of("name", room, "password", "open sesame")).body("hasPassword", equalTo(true));

        ann.changes(room, "{\"password\":null}").statusCode(200).body("hasPassword", equalTo(false));

        bob.joins(room).statusCode(200);
        Log.stateEventually(room, state -> !state.hasPassword());
    }

    @Test
    void shouldSetAPasswordAndKeepTheMembers() {
        String room = roomNamed("Vault");
        ann.creates(room);
        bob.joins(room).statusCode(200);

        ann.changes(room, "{\"password\":\"open sesame\"}").statusCode(200).body("hasPassword", equalTo(true));

        bob.joins(room).statusCode(200);
        Person.named("cem").joins(room).statusCode(403).body("code", equalTo("wrong_password"));
    }

    @Test
    void shouldTellNothingWhenNothingChanges() {
        String room = roomNamed("Garden");
        ann.creates(Map.of("name", room, "topic", "Roses"));

        ann.changes(room, "{\"topic\":\"Roses\"}").statusCode(200);
        ann.changes(room, "{}").statusCode(200);
        ann.changes(room, "{\"topic\":\"Tulips\"}").statusCode(200);

        assertThat(Log.types(room, 3)).containsExactly("room", "joined", "room");
    }

    @Test
    void shouldLetTheOwnerAloneChangeAndDelete() {
        String room = roomNamed("Garden");
        ann.creates(room);
        bob.joins(room);
        ann.appoints(bob, room).statusCode(204);

        bob.changes(room, "{\"topic\":\"mine\"}").statusCode(403).body("code", equalTo("forbidden"));
        bob.deletes(room).statusCode(403);
        ann.looksAt(room).statusCode(200).body("topic", equalTo(""));
    }

    @Test
    void shouldAlwaysHaveMain() {
        ann.looksAt("main").statusCode(200).body("owner", equalTo("system"));

        ann.deletes("main").statusCode(403);
        ann.deletes("MAIN").statusCode(403);
        ann.changes("main", "{\"topic\":\"mine\"}").statusCode(403);
        new Person("system").changes("main", "{\"topic\":\"mine\"}").statusCode(403);
        RoomState state = Log.stateEventually("main", published -> true);
        assertThat(state.moderators()).containsExactly(new Person("Mona").username());
    }

    @Test
    void shouldStartAgainWhenADeletedRoomsNameIsUsedAnew() {
        String room = roomNamed("Phoenix");
        Person cem = Person.named("cem");
        ann.creates(room);
        Ticket old = Tickets.in(bob.joins(room), bob, room);
        ann.bans(cem, room).statusCode(200);
        ann.deletes(room).statusCode(204);
        bob.looksAt(room).statusCode(404).body("code", equalTo("not_found"));
        bob.joins(room).statusCode(404);
        await().until(() -> Log.state(room).isEmpty());

        bob.creates(Map.of("name", room.toUpperCase(java.util.Locale.ROOT), "password", "open sesame"))
                .statusCode(201)
                .body("owner", equalTo(bob.name()))
                .body("memberCount", equalTo(1));

        cem.joins(room, "open sesame").statusCode(200);
        RoomState state = Log.stateEventually(room, published -> true);
        assertThat(state.bans()).isEmpty();
        assertThat(state.owner()).isEqualTo(bob.username());
        assertThat(Tickets.isGood(old)).isFalse();
        assertThat(state.fences().endsTicketOf(old.user(), old.position())).isTrue();
        assertThat(Tickets.isGood(Tickets.in(bob.joins(room), bob, room))).isTrue();
    }

    @Test
    void shouldDeleteAndCreateBeforeTheLogKnows() {
        String room = roomNamed("Flicker");
        ann.creates(room);
        ann.deletes(room).statusCode(204);
        bob.creates(room).statusCode(201);

        RoomState state =
                Log.stateEventually(room, published -> published.owner().equals(bob.username()));

        assertThat(Log.types(room, 5)).containsExactly("room", "joined", "room", "room", "joined");
        assertThat(state.ticketsSince()).isEqualTo(Log.of(room).get(3).position());
    }
}
