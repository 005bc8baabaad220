package dev.confab.bench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    @Test
    void shouldSignTokensWithTheStacksKey() throws GeneralSecurityException {
        var pair = TestKeys.pair();
        var identities = new Identities(TestKeys.of(pair));

        var parts = identities.token(7).split("\\.");

        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .contains("\"upn\":\"person000007\"");
    }

    @Test
    void shouldSignTicketsWithTheStacksSecret() {
        var ticket = new Identities(TestKeys.of(TestKeys.pair())).ticket(7, new Order.Place("kitchen", "log", 12));

        assertThat(Ticket.verify(
                        new SigningKey(TestKeys.SECRET),
                        ticket,
                        new Username("person000007"),
                        new RoomName("kitchen"),
                        Instant.now()))
                .get()
                .extracting(verified -> verified.position().value())
                .isEqualTo(12L);
    }
}
