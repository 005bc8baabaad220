package dev.confab.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.log.Epochs;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Where;
import dev.confab.protocol.MessageRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class RebuildIndexTest {
    @Inject
    LogWriter log;

    @Inject
    IndexStore rows;

    @Inject
    SearchMetrics metrics;

    @Inject
    SearchConfig config;

    @Inject
    Epochs epochs;

    @TempDir
    Path folder;

    @Test
    void shouldFillAnEmptyIndexWithAllThatStands() throws IOException {
        // given
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        for (int i = 0; i < 10; i++) {
            scene.say(scene.ada, "cauldron " + i);
        }
        MessageRef deleted = scene.say(scene.bob, "cauldron deleted");
        log.append(scene.bob.deletes(deleted));
        scene.page("");
        int epoch = epochs.current().await().indefinitely();
        Map<Integer, Long> projected = rows.projected(epoch);
        CurrentIndex current = new CurrentIndex();
        try (MessageIndex index = MessageIndex.open(folder)) {
            // when
            new RebuildIndex(rows, current, metrics, config).rebuild(index, epochs.present(), projected, () -> false);
            // then
            List<MessageIndex.Found> found = index.find(
                    ReadQuery.of("cauldron"),
                    index.streams(),
                    Optional.empty(),
                    SearchOrder.NEWEST,
                    Optional.empty(),
                    50,
                    Duration.ofSeconds(30));
            assertThat(found).hasSize(10);
            assertThat(index.committed()).contains(new IndexProgress(epochs.present(), projected));
            assertThat(current.require().isComplete()).isTrue();
        }
    }
}
