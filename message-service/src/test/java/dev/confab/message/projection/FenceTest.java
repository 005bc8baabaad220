package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
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
    void shouldDropWhatWasWrittenByWhoWasInAnEarlierRoomOfTheName() {
        // given
        log.room(room, Change.CREATED, true);
        Position inTheFirst = log.join(room, "bob");
        log.room(room, Change.DELETED, true);
        Position created = log.room(room, Change.CREATED, false);
        assertThat(Client.as("ada").texts(room, "")).isEmpty();
        // when
        log.append(message("unawares"), inTheFirst);
        log.append(message("let in again"), created);
        // then
        assertThat(Client.as("ada").texts(room, "")).containsExactly("let in again");
    }

    private Content.Posted message(String text) {
        return new Content.Posted(new RoomName(room), MessageId.next(), new Username("bob"), new MessageText(text));
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
