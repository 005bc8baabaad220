package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Decision.RoomChanged.Change;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class FenceTest {
    @Inject
    LogWriter log;

    private final String room = "room-" + UUID.randomUUID();

    @Test
    void shouldDropWhatTheBannedWriteFromTheBanToItsLifting() {
        // given
        log.room(room, Change.CREATED, false);
        log.say(room, "bob", "before");
        log.ban(room, "Bob", Optional.empty());
        log.say(room, "bob", "void");
        log.say(room, "ada", "from somebody else");
        log.unban(room, "bob");
        log.say(room, "bob", "after");
        // then
        assertThat(Client.as("ada").texts(room, "")).containsExactly("before", "from somebody else", "after");
    }

    @Test
    void shouldRememberABanFromOneBatchToTheNext() {
        // given
        log.room(room, Change.CREATED, false);
        log.ban(room, "bob", Optional.empty());
        assertThat(Client.as("ada").texts(room, "")).isEmpty();
        // when
        log.say(room, "bob", "void");
        log.say(room, "ada", "heard");
        // then
        assertThat(Client.as("ada").texts(room, "")).containsExactly("heard");
    }

    @Test
    void shouldLetABanEndByTheTimeOfTheLog() {
        // given
        log.room(room, Change.CREATED, false);
        log.ban(room, "bob", Optional.of(Instant.now().minusSeconds(1)));
        log.ban(room, "eve", Optional.of(Instant.now().plusSeconds(600)));
        // when
        log.say(room, "bob", "back again");
        log.say(room, "eve", "void");
        // then
        assertThat(Client.as("ada").texts(room, "")).containsExactly("back again");
    }
}
