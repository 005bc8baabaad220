package dev.confab.room.ban;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import dev.confab.stack.testing.SecurityLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class SecurityTrailTest {
    private final Person ann = Person.named("ann");
    private final Person bob = Person.named("bob");

    @Test
    void shouldTellWhoDidWhatToWhom() {
        try (SecurityLines lines = new SecurityLines()) {
            String room = roomNamed("Watched");
            ann.creates(Map.of("name", room, "password", "open sesame")).statusCode(201);
            bob.joins(room, "a wrong guess").statusCode(403);
            bob.joins(room, "open sesame").statusCode(200);
            ann.appoints(bob, room).statusCode(204);
            ann.dismisses(bob, room).statusCode(204);
            ann.kicks(bob, room).statusCode(204);
            ann.bans(bob, room).statusCode(200);
            ann.unbans(bob, room).statusCode(204);
            ann.changes(room, "{\"password\":null}").statusCode(200);
            ann.deletes(room).statusCode(204);

            String where = "room=\"" + room + "\"";
            String by = "by=" + ann.name();
            String user = "user=" + bob.name();
            assertThat(lines.with("event=room_password_wrong ", user, where)).hasSize(1);
            assertThat(lines.with("event=role_changed ", by, user, where, "reason=moderator", "session=", "address="))
                    .hasSize(1);
            assertThat(lines.with("event=role_changed ", by, user, where, "reason=member"))
                    .hasSize(1);
            assertThat(lines.with("event=kicked ", by, user, where)).hasSize(1);
            assertThat(lines.with("event=banned ", by, user, where)).hasSize(1);
            assertThat(lines.with("event=ban_lifted ", by, user, where)).hasSize(1);
            assertThat(lines.with("event=room_password_changed ", by, where, "reason=removed"))
                    .hasSize(1);
            assertThat(lines.with("event=room_deleted ", by, where)).hasSize(1);
            assertThat(lines.with("wrong guess")).isEmpty();
            assertThat(lines.with("sesame")).isEmpty();
            assertThat(lines.with("spam")).isEmpty();
        }
    }
}
