package dev.confab.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in an image, and from what it is built. */
class ImageTest {
    private static final String DOCKERFILE = Promises.read("Dockerfile");
    private static final String LAST_STAGE = DOCKERFILE.substring(DOCKERFILE.lastIndexOf("\nFROM "));

    @Test
    void shouldHoldOneBuiltServiceAndHowItIsStarted() {
        // when
        List<String> copied = LAST_STAGE
                .lines()
                .filter(line -> line.matches("(COPY|ADD) .*"))
                .map(line -> line.replaceFirst(" \\S+$", ""))
                .toList();
        // then
        assertThat(copied)
                .isNotEmpty()
                .allMatch(line -> line.matches("COPY( docker/(start|train|ready))+")
                        || line.startsWith("COPY --from=build /build/${SERVICE}/target/quarkus-app/")
                        || line.equals("COPY --from=build /build/${SERVICE}/target/bom.json"));
    }

    @Test
    void shouldBeBuiltWithoutHistoryAndSecrets() {
        // when
        List<String> leftOut = Promises.read(".dockerignore").lines().toList();
        // then
        assertThat(leftOut).contains(".git", ".confab", "secrets");
    }
}
