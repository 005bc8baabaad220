package dev.confab.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Topics;
import dev.confab.protocol.Account;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class RetellAccountsTest {
    /** More than are told at once. */
    private static final int PEOPLE = 26;

    @Inject
    RetellAccounts retellAccounts;

    @Test
    void shouldTellANewLogOfEveryAccountOnce() throws Throwable {
        // given
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> Person.register("ann").username())
                .toList();
        long before = told().count();
        String epoch = UUID.randomUUID().toString();
        // when
        VertxContextSupport.subscribeAndAwait(() -> retellAccounts.retell(epoch));
        VertxContextSupport.subscribeAndAwait(() -> retellAccounts.retell(epoch));
        // then
        assertThat(told().skip(before)).doesNotHaveDuplicates().containsAll(people);
    }

    private static Stream<String> told() {
        return Topics.read(Topic.ACCOUNTS, Account.class).stream()
                .map(account -> account.user().value());
    }
}
