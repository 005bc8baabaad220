package dev.confab.room.membership;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.protocol.Decision;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoleInterval;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class MembershipTest {
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
    void shouldEndTheMembershipOfWhoLeaves() {
        member.leaves(room).statusCode(204);
        member.leaves(room).statusCode(204);

        member.looksAt(room).body("joined", equalTo(false)).body("memberCount", equalTo(2));
        assertThat(Log.types(room, 6)).containsExactly("room", "joined", "joined", "joined", "role", "left");
        Log.stateEventually(
                room, state -> state.departures().containsKey(member.username().key()));
    }

    @Test
    void shouldLeaveNoModeratorBehind() {
        moderator.leaves(room).statusCode(204);
        moderator.joins(room).statusCode(200).body("role", equalTo("member"));

        assertThat(Log.stateEventually(room, state -> state.moderators().isEmpty()))
                .isNotNull();
    }

    @Test
    void shouldKeepTheOwnerIn() {
        owner.leaves(room).statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void shouldKeepEverybodyInMain() {
        member.leaves("main").statusCode(409).body("code", equalTo("conflict"));
    }

    @Test
    void shouldKickMembers() {
        moderator.kicks(member, room).statusCode(204);

        var kicked = Log.eventually(room, entries -> entries.size() == 6).getLast();
        assertThat(kicked.event()).isInstanceOfSatisfying(Decision.Kicked.class, event -> {
            assertThat(event.user().value()).isEqualTo(member.name());
            assertThat(event.by().value()).isEqualTo(moderator.name());
            assertThat(event.reason()).isEqualTo("enough");
        });
        member.looksAt(room).body("joined", equalTo(true));
        var state =
                Log.stateEventually(room, published -> !published.departures().isEmpty());
        assertThat(state.departures()).containsEntry(member.username().key(), kicked.position());
        assertThat(state.position()).isEqualTo(kicked.position());
    }

    @Test
    void shouldKickByRank() {
        owner.kicks(moderator, room).statusCode(204);
        moderator.kicks(owner, room).statusCode(403).body("code", equalTo("forbidden"));
        moderator.kicks(moderator, room).statusCode(403);
        owner.kicks(owner, room).statusCode(403);
        member.kicks(moderator, room).statusCode(403);
        member.kicks(member, room).statusCode(403);
        Person.named("stranger").kicks(member, room).statusCode(403);
    }

    @Test
    void shouldNotKickWhoIsNoMember() {
        owner.kicks(Person.named("stranger"), room).statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void shouldKeepTheCaseOfTheMembersName() {
        owner.asks()
                .delete("/api/rooms/{room}/members/{user}", room, member.name().toUpperCase(java.util.Locale.ROOT))
                .then()
                .statusCode(204);

        var kicked = Log.eventually(room, entries -> entries.size() == 6).getLast();
        assertThat(((Decision.Kicked) kicked.event()).user().value()).isEqualTo(member.name());
    }

    @Test
    void shouldRefuseAReasonThatIsTooLong() {
        owner.asks()
                .queryParam("reason", "x".repeat(201))
                .delete("/api/rooms/{room}/members/{user}", room, member.name())
                .then()
                .statusCode(400)
                .body("code", equalTo("too_long"))
                .body("field", equalTo("reason"));
    }

    @Test
    void shouldAppointAndDismissModerators() {
        owner.appoints(member, room).statusCode(204);
        owner.appoints(member, room).statusCode(204);
        Log.stateEventually(room, state -> state.roleOf(member.username()) == Role.MODERATOR);
        member.looksAt(room).body("role", equalTo("moderator"));

        owner.dismisses(member, room).statusCode(204);

        owner.dismisses(member, room).statusCode(404);
        Log.stateEventually(room, state -> state.roleOf(member.username()) == Role.MEMBER);
        assertThat(Log.types(room, 7)).containsExactly("room", "joined", "joined", "joined", "role", "role", "role");
    }

    @Test
    void shouldPublishFromWhereToWhereSomebodyWasModerator() {
        owner.dismisses(moderator, room).statusCode(204);
        owner.appoints(moderator, room).statusCode(204);

        List<Position> at = Log.eventually(room, entries -> entries.size() == 7).stream()
                .map(Log.Entry::position)
                .toList();
        var state = Log.stateEventually(room, published -> published.position().equals(at.getLast()));
        assertThat(state.roles())
                .contains(List.of(
                        new RoleInterval(owner.username(), Role.OWNER, at.get(0), Optional.empty()),
                        new RoleInterval(moderator.username(), Role.MODERATOR, at.get(4), Optional.of(at.get(5))),
                        new RoleInterval(moderator.username(), Role.MODERATOR, at.get(6), Optional.empty())));
        assertThat(at)
                .noneMatch(position -> state.fences().isModerator(moderator.username(), position)
                        != Log.fences(room).isModerator(moderator.username(), position));
    }

    @Test
    void shouldPublishWhereALeavingModeratorCeasedToBeOne() {
        moderator.leaves(room).statusCode(204);

        Position dismissed =
                Log.eventually(room, entries -> entries.size() == 7).get(5).position();
        var state = Log.stateEventually(
                room,
                published ->
                        published.departures().containsKey(moderator.username().key()));
        assertThat(state.roles().orElseThrow().getLast().to()).contains(dismissed);
    }

    @Test
    void shouldLetTheOwnerAloneAppointAndDismiss() {
        moderator.appoints(member, room).statusCode(403).body("code", equalTo("forbidden"));
        moderator.dismisses(moderator, room).statusCode(403);
        member.appoints(member, room).statusCode(403);
        new Person("Mona").appoints(member, "main").statusCode(403);
    }

    @Test
    void shouldAppointMembersOnly() {
        owner.appoints(Person.named("stranger"), room).statusCode(404);
        owner.appoints(owner, room).statusCode(409);
    }

    @Test
    void shouldLetMainsModeratorsModerateIt() {
        member.joins("main").statusCode(200);

        moderator.kicks(member, "main").statusCode(403);
        new Person("Mona").kicks(member, "main").statusCode(204);
        new Person("Mona").bans(member, "main").statusCode(200);
        member.joins("main").statusCode(403).body("code", equalTo("banned"));
        new Person("Mona").unbans(member, "main").statusCode(204);
        member.joins("main").statusCode(200);
    }
}
