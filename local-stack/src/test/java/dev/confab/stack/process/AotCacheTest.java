package dev.confab.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    @TempDir
    private Path folder;

    @Test
    void shouldBeMissingUntilATrainingHasMadeIt() throws IOException {
        // given
        var cache = new AotCache(Files.createFile(folder.resolve("program.jar")));
        assertThat(cache.isMissing()).isTrue();
        assertThat(cache.options()).isEmpty();
        // when
        train(cache);
        // then
        assertThat(cache.isMissing()).isFalse();
        assertThat(cache.options()).anyMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    @Test
    void shouldNotBeUsedForABuildThatIsNewer() throws IOException {
        // given
        var program = Files.createFile(folder.resolve("program.jar"));
        var cache = new AotCache(program);
        train(cache);
        // when
        Files.setLastModifiedTime(program, FileTime.from(Instant.now().plusSeconds(60)));
        // then
        assertThat(cache.isMissing()).isTrue();
        assertThat(cache.options()).isEmpty();
    }

    @Test
    void shouldNotBeMissedWhereNothingIsBuilt() {
        assertThat(new AotCache(folder.resolve("program.jar")).isMissing()).isFalse();
    }

    @Test
    void shouldStayMissingAfterATrainingThatMadeNothing() throws IOException {
        // given
        var cache = new AotCache(Files.createFile(folder.resolve("program.jar")));
        // when
        cache.keep();
        // then
        assertThat(cache.isMissing()).isTrue();
    }

    /** As a JVM does when it ends. */
    private static void train(AotCache cache) throws IOException {
        var output = cache.trainingOptions().getFirst().split("=")[1];
        Files.createFile(Path.of(output));
        cache.keep();
    }
}
