package dev.confab.auth.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Topics;
import dev.confab.outbox.Outbox;
import dev.confab.outbox.OutboxEvent;
import dev.confab.protocol.Account;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class OutboxTest {
    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void shouldRelayWhatWasCommitted() {
        // when
        Person alice = Person.register("Alice");
        // then
        await().untilAsserted(() -> assertThat(accounts())
                .filteredOn(account -> account.user().value().equals(alice.username()))
                .containsExactly(new Account(new Username(alice.username()), "", "", false)));
    }

    @Test
    void shouldRelayInOrder() throws Throwable {
        // given
        List<OutboxEvent> events = IntStream.range(0, 250)
                .mapToObj(number -> OutboxEvent.of(account("in-order", Integer.toString(number))))
                .toList();
        // when
        VertxContextSupport.subscribeAndAwait(() -> outbox.transaction(() -> outbox.add(events)));
        // then
        await().untilAsserted(() -> assertThat(accounts())
                .filteredOn(account -> account.user().key().equals("in-order"))
                .extracting(Account::displayName)
                .containsExactlyElementsOf(
                        IntStream.range(0, 250).mapToObj(Integer::toString).toList()));
    }

    @Test
    void shouldRelayNothingOfATransactionThatIsRolledBack() throws Throwable {
        // given
        assertThatIllegalStateException()
                .isThrownBy(() -> VertxContextSupport.subscribeAndAwait(() ->
                        outbox.transaction(() -> outbox.add(OutboxEvent.of(account("rolled-back", "")))
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("changed my mind"))))));
        // when
        VertxContextSupport.subscribeAndAwait(
                () -> outbox.transaction(() -> outbox.add(OutboxEvent.of(account("committed-after", "")))));
        // then
        await().untilAsserted(() -> assertThat(accounts())
                .extracting(account -> account.user().key())
                .contains("committed-after")
                .doesNotContain("rolled-back"));
    }

    @Test
    void shouldLeaveTheRelayingToWhoHoldsTheLease() throws Throwable {
        try (Connection another = dataSource.getConnection()) {
            // given
            another.setAutoCommit(false);
            try (var lease = another.createStatement()) {
                lease.executeQuery("select id from outbox_lease where id = 1 for update");
                // when
                VertxContextSupport.subscribeAndAwait(() -> outbox.transaction(() ->
                        outbox.add(OutboxEvent.of(account("leased", "1")), OutboxEvent.of(account("leased", "2")))));
                // then
                assertThat(accounts()).noneMatch(account -> account.user().key().equals("leased"));
            } finally {
                another.rollback();
            }
        }
        await().untilAsserted(() -> assertThat(accounts())
                .filteredOn(account -> account.user().key().equals("leased"))
                .extracting(Account::displayName)
                .containsExactly("1", "2"));
    }

    private static Account account(String name, String displayName) {
        return new Account(new Username(name), displayName, "", false);
    }

    private static List<Account> accounts() {
        return Topics.read(Topic.ACCOUNTS, Account.class);
    }
}
