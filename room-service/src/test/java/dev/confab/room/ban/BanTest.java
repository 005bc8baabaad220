package dev.confab.room.ban;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Fences;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomState;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class BanTest {
    private final Person owner = Person.named("owner");
    private final Person moderator = Person.named("moderator");
    private final Person member = Person.named("Member");
    private final String room = roomNamed("Garden");

    @BeforeEach
    void fillRoom() {
        owner.creates(room).statusCode(201);
        moderator.joins(room).statusCode(200);
        member.joins(room).statusCode(200);
        owner.appoints(moderator, room).statusCode(204);
    }

    @Test
    void shouldBanAndEndTheMembership() {
        moderator
                .bans(member, room, Map.of("reason", "spam <& \"more\" 🥫>"))
                .statusCode(200)
                .body("user", equalTo(member.name()))
                .body("by", equalTo(moderator.name()))
                .body("reason", equalTo("spam <& \"more\" 🥫>"));

        member.joins(room).statusCode(403).body("code", equalTo("banned")).body("detail", containsString("spam"));
        member.looksAt(room).body("ban.reason", containsString("spam")).body("ban.until", equalTo(null));
        moderator.looksAt(room).body("ban", equalTo(null));
        owner.looksAt(room).body("memberCount", equalTo(2));
        List<Log.Entry> log = Log.eventually(room, entries -> entries.size() == 7);
        assertThat(Log.types(room, 7).subList(5, 7)).containsExactly("banned", "left");
        RoomState state =
                Log.stateEventually(room, published -> !published.bans().isEmpty());
        assertThat(state.bans())
                .containsExactly(
                        new BanInterval(member.username(), log.get(5).position(), Optional.empty(), Optional.empty()));
    }

    @Test
    void shouldLiftABan() {
        owner.bans(member, room).statusCode(200);

        moderator.unbans(member, room).statusCode(204);

        moderator.unbans(member, room).statusCode(404);
        member.joins(room).statusCode(200).body("role", equalTo("member"));
        RoomState state = Log.stateEventually(
                room,
                published -> published.bans().stream().anyMatch(ban -> ban.to().isPresent()));
        assertSameFences(state);
    }

    @Test
    void shouldBanByRank() {
        owner.bans(moderator, room).statusCode(200);
        moderator.bans(owner, room).statusCode(403).body("code", equalTo("forbidden"));
        owner.bans(owner, room).statusCode(403);
        member.bans(moderator, room).statusCode(403);
        member.unbans(moderator, room).statusCode(403);
        member.asks().get("/api/rooms/{room}/bans", room).then().statusCode(403);
        new Person("Mona").bans(new Person("system"), "main").statusCode(403);
    }

    @Test
    void shouldMakeABannedModeratorAMemberLikeOthers() {
        owner.bans(moderator, room).statusCode(200);
        owner.unbans(moderator, room).statusCode(204);

        moderator.joins(room).statusCode(200).body("role", equalTo("member"));
        assertThat(Log.types(room, 10).subList(5, 10)).containsExactly("banned", "role", "left", "unbanned", "joined");
    }

    @Test
    void shouldBanWhoWasNeverThere() {
        Person stranger = Person.named("Stranger");

        owner.bans(stranger, room).statusCode(200).body("user", equalTo(stranger.name()));

        stranger.joins(room).statusCode(403).body("code", equalTo("banned"));
        assertThat(Log.types(room, 6).getLast()).isEqualTo("banned");
    }

    @Test
    void shouldNotBanNobody() {
        Person nobody = new Person("nobody-at-all");

        owner.bans(nobody, room).statusCode(404).body("code", equalTo("not_found"));
        member.bans(nobody, room).statusCode(403);

        owner.unbans(nobody, room).statusCode(404);
        owner.kicks(nobody, room).statusCode(404);
        owner.appoints(nobody, room).statusCode(404);
        owner.dismisses(nobody, room).statusCode(404);
        owner.asks().get("/api/rooms/{room}/bans", room).then().body("bans", empty());
    }

    @Test
    void shouldBanUnderTheNameThatTheAccountHas() {
        Person stranger = Person.named("Stranger");

        owner.bans(new Person(stranger.name().toUpperCase(Locale.ROOT)), room)
                .statusCode(200)
                .body("user", equalTo(stranger.name()));
    }

    @Test
    void shouldGoThroughAllBansOneByOne() {
        List<String> banned = Stream.generate(() -> Person.named("pest"))
                .limit(3)
                .peek(pest -> owner.bans(pest, room).statusCode(200))
                .map(Person::name)
                .sorted()
                .toList();

        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = owner.asks()
                    .queryParams("limit", 1, "cursor", cursor)
                    .get("/api/rooms/{room}/bans", room)
                    .then()
                    .body("bans", hasSize(1))
                    .extract();
            seen.addAll(page.path("bans.user"));
            cursor = page.path("next");
        }

        assertThat(seen).isEqualTo(banned);
    }

    @Test
    void shouldListTheBansThatStand() {
        Instant until = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        owner.bans(member, room, Map.of("until", until.toString())).statusCode(200);
        owner.bans(Person.named("zoe"), room).statusCode(200);
        owner.unbans(new Person("nobody"), room).statusCode(404);

        moderator
                .asks()
                .queryParam("limit", 1)
                .get("/api/rooms/{room}/bans", room)
                .then()
                .statusCode(200)
                .body("bans.user", contains(member.name()))
                .body("bans.by", contains(owner.name()))
                .body("bans.until", contains(until.toString()))
                .body("bans.reason", contains(""));
    }

    @Test
    void shouldLetABanEndByItself() {
        Instant until = Instant.now().plusMillis(1500);
        owner.bans(member, room, Map.of("until", until.toString())).statusCode(200);
        member.joins(room).statusCode(403);

        await().untilAsserted(() -> member.joins(room).statusCode(200));

        owner.asks().get("/api/rooms/{room}/bans", room).then().body("bans", empty());
        owner.unbans(member, room).statusCode(404);
        owner.bans(member, room).statusCode(200);
        assertThat(Log.types(room, 9)).doesNotContain("unbanned");
        assertSameFences(Log.stateEventually(room, state -> state.bans().size() == 2));
    }

    @Test
    void shouldReplaceALongerBanByAShorterOne() {
        owner.bans(member, room).statusCode(200);
        Instant until = Instant.now().plusSeconds(60);

        owner.bans(member, room, Map.of("until", until.toString())).statusCode(200);

        owner.asks().get("/api/rooms/{room}/bans", room).then().body("bans.user", contains(member.name()));
        List<Log.Entry> log = Log.eventually(room, entries -> entries.size() == 9);
        assertThat(Log.types(room, 9).subList(5, 9)).containsExactly("banned", "left", "unbanned", "banned");
        Position later = new Position(log.getLast().position().value() + 1);
        Fences fences = Log.fences(room);
        assertThat(fences.isBanned(member.username(), later, until.minusSeconds(1)))
                .isTrue();
        assertThat(fences.isBanned(member.username(), later, until.plusSeconds(1)))
                .isFalse();
        assertSameFences(Log.stateEventually(room, state -> state.bans().size() == 2));
    }

    @Test
    void shouldPutConcurrentDecisionsIntoOneOrder() {
        IntStream.range(0, 16).parallel().forEach(i -> {
            if (i % 2 == 0) {
                owner.bans(member, room).statusCode(200);
            } else {
                moderator.unbans(member, room);
            }
        });
        owner.bans(member, room).statusCode(200);

        Log.stateEventually(
                room,
                state -> state.position().equals(Log.of(room).getLast().position())
                        && state.bans().stream()
                                        .filter(ban -> ban.to().isEmpty())
                                        .count()
                                == 1);
        List<Boolean> order = Log.of(room).stream()
                .map(Log.Entry::event)
                .filter(event -> event instanceof Decision.Banned || event instanceof Decision.Unbanned)
                .map(Decision.Banned.class::isInstance)
                .toList();
        for (int i = 0; i < order.size(); i++) {
            assertThat(order.get(i)).as("event %d of %s", i, order).isEqualTo(i % 2 == 0);
        }
        assertThat(order.getLast()).isTrue();
        assertSameFences(Log.state(room).orElseThrow());
    }

    @Test
    void shouldKeepNoMoreBansThanARoomMayHave() {
        for (int i = 0; i < 30; i++) {
            owner.bans(Person.named("bot"), room).statusCode(200);
        }

        owner.bans(Person.named("bot"), room).statusCode(409).body("code", equalTo("conflict"));
    }

    /** A gateway that starts from the state judges as one that has read the whole log. */
    private void assertSameFences(RoomState state) {
        Fences fromState = state.fences();
        Fences fromLog = Log.fences(room);
        List<Log.Entry> log = Log.of(room);
        log.stream()
                .filter(entry -> entry.position().isAfter(state.position()))
                .forEach(entry -> fromState.onEvent(entry.event(), entry.position()));
        for (Log.Entry entry : log) {
            for (long offset = -1; offset <= 1; offset++) {
                Position position = new Position(entry.position().value() + offset);
                assertThat(fromState.isBanned(member.username(), position, entry.at()))
                        .isEqualTo(fromLog.isBanned(member.username(), position, entry.at()));
            }
        }
    }
}
