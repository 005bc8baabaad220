package dev.confab.room.lifecycle;

import static dev.confab.room.testing.Person.roomNamed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms whose names nobody could tell apart. */
@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class LooksTest {
    private final Person ann = Person.named("Ann");
    private final Person eve = Person.named("Eve");

    @ParameterizedTest
    @CsvSource({
        "οδοσ, ΟΔΟΣ",
        "Straße, STRASSE",
        "kit\u200bchen, kitchen",
        "kitchen, kitch\u00aden",
        "two  words, two words",
        "tea\u2800room, tea room",
        "kitchen, kitсhen",
        "ВОТ, BOT",
        "modern, modem",
    })
    void shouldNotCreateARoomBesideOneThatLooksTheSame(String first, String second) {
        String number = roomNamed("");
        ann.creates(first + number).statusCode(201);

        eve.creates(second + number)
                .statusCode(409)
                .body("code", equalTo("room_exists"))
                .body("field", equalTo("name"));

        ann.deletes(first + number).statusCode(204);
        eve.creates(second + number).statusCode(201);
    }

    @Test
    void shouldNotCreateARoomThatLooksLikeMain() {
        eve.creates("ma\u200bin").statusCode(409).body("code", equalTo("room_exists"));
        eve.creates("mаin").statusCode(409).body("code", equalTo("room_exists"));
    }

    @ParameterizedTest
    @CsvSource({"οδοσ, ΟΔΟΣ", "Straße, STRASSE", "kitchen, kit\u200bchen", "❤\ufe0f, ❤"})
    void shouldFindTheRoomHoweverItsNameIsWritten(String name, String alias) {
        String number = roomNamed("");
        String room = name + number;
        ann.creates(room).statusCode(201);

        eve.looksAt(alias + number).statusCode(200).body("name", equalTo(room));
        eve.joins(alias + number).statusCode(200).body("room", equalTo(room));
        ann.asks().queryParam("q", alias + number).get("/api/rooms").then().body("rooms.name", contains(room));
        eve.leaves(alias + number).statusCode(204);
        ann.deletes(alias + number).statusCode(204);
        ann.looksAt(room).statusCode(404);
    }

    @Test
    void shouldNotLetAnybodyLeaveOrDeleteMainByAnotherSpelling() {
        ann.joins("main");

        ann.leaves("ma\u200bin").statusCode(409);
        ann.deletes("ma\u200bin").statusCode(403);
    }

    @Test
    void shouldCountGuessesTogetherHoweverTheRoomIsWritten() {
        String room = roomNamed("Vault");
        ann.creates(Map.of("name", room, "password", "wet paint on violet stairs"));

        for (int i = 1; i <= 3; i++) {
            eve.joins(room + "\u200b".repeat(i), "wrong").statusCode(403);
        }

        eve.joins("\u200b" + room, "wrong").statusCode(429);
    }
}
