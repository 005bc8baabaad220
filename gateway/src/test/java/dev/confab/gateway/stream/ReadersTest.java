package dev.confab.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.gateway.stream.Readers.Reader;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private final Readers readers =
            new Readers(TestStreams.config(4, 2, 3, 1, Duration.ofMinutes(1), Duration.ofMinutes(1)));

    @Test
    void shouldLetOneUserReadSoManyStreamsHoweverManySessionsAndAddressesTheyHave() {
        // given
        Reader first = reader("ann", "10.0.0.1");
        readers.add(first);
        readers.add(reader("ann", "10.0.0.2"));
        // when / then
        assertRefused(reader("Ann", "10.0.0.3"), ErrorCode.RATE_LIMITED);
        readers.add(reader("bob", "10.0.0.1"));
        readers.remove(first);
        readers.add(reader("ann", "10.0.0.1"));
    }

    @Test
    void shouldLetSoManyStreamsBeReadFromOneAddressWhoeverReadsThem() {
        // given
        for (String user : new String[] {"ann", "bob", "carol"}) {
            readers.add(reader(user, "10.0.0.1"));
        }
        // when / then
        assertRefused(reader("dave", "10.0.0.1"), ErrorCode.RATE_LIMITED);
        readers.add(reader("dave", "10.0.0.2"));
    }

    @Test
    void shouldSendAwayWhoIsTooManyInAll() {
        // given
        for (int i = 0; i < 4; i++) {
            readers.add(reader("user" + i, "10.0.0." + i));
        }
        // when / then
        assertRefused(reader("one-more", "10.0.0.9"), ErrorCode.UNAVAILABLE);
        assertThat(readers.count()).isEqualTo(4);
    }

    private void assertRefused(Reader reader, ErrorCode code) {
        assertThatThrownBy(() -> readers.add(reader))
                .isInstanceOfSatisfying(
                        ConfabException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Reader reader(String user, String address) {
        SessionId session = new SessionId(UUID.randomUUID().toString());
        return new Reader(new Username(user), session, address, null);
    }
}
