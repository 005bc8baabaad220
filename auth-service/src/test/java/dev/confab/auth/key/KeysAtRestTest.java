package dev.confab.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.outbox.database.Database;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class KeysAtRestTest {
    @Inject
    TokenKeys keys;

    @Inject
    KeyStore store;

    @Inject
    Database database;

    @Test
    void shouldKeepNoPrivateKeyInTheClear() throws Throwable {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain("{"));
    }

    @Test
    void shouldSealTheKeysOfAFormerVersionAtTheStart() throws Throwable {
        // given
        TokenKey key = keys.signing();
        await(database.transaction(() -> Database.session()
                .chain(session -> session.createMutationQuery(
                                "update TokenKeyRow set jwk = :jwk where generation = :generation")
                        .setParameter("jwk", key.toJson())
                        .setParameter("generation", key.generation())
                        .executeUpdate())));
        assertThat(rows()).contains(key.toJson());
        // when
        await(store.sealStale());
        // then
        assertThat(rows()).allSatisfy(row -> assertThat(row).doesNotContain("{"));
        assertThat(await(store.load()).find(key.id()))
                .hasValueSatisfying(found -> assertThat(found.toJson()).isEqualTo(key.toJson()));
    }

    private List<String> rows() throws Throwable {
        return await(database.read(() -> Database.session()
                .chain(session -> session.createSelectionQuery("select jwk from TokenKeyRow", String.class)
                        .getResultList())));
    }

    private static <T> T await(Uni<T> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> work);
    }
}
