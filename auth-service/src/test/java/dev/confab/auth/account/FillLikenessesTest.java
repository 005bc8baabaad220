package dev.confab.auth.account;

import static dev.confab.auth.testing.Problems.assertProblem;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ErrorCode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class FillLikenessesTest {
    @Inject
    FillLikenesses fillLikenesses;

    @Inject
    Database database;

    @Test
    void shouldKnowWhomThoseLookLikeThatAnOlderVersionHasNamed() throws Throwable {
        // given
        Person mallory = Person.register("mallory");
        String wanted = Person.fresh("carol");
        VertxContextSupport.subscribeAndAwait(() -> database.transaction(() -> Database.session()
                .chain(session -> session.createNativeQuery(
                                "update account set display_name = :name, likeness = null where username_key = :key")
                        .setParameter("name", wanted.toUpperCase(Locale.ROOT))
                        .setParameter("key", mallory.username().toLowerCase(Locale.ROOT))
                        .executeUpdate())));
        // when
        VertxContextSupport.subscribeAndAwait(() -> fillLikenesses.fill());
        // then
        assertProblem(Person.register(wanted, Person.PASSWORD), ErrorCode.USERNAME_TAKEN, "username");
    }
}
