package dev.confab.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MavenOutputTest {
    private final List<String> told = new ArrayList<>();
    private final MavenOutput output = new MavenOutput(told::add);

    @Test
    void shouldTellEachModule() {
        output.read("[INFO] Building Confab room-service 1.0.0-SNAPSHOT                       [6/9]");
        output.read("[INFO]   from room-service/pom.xml");

        assertThat(told).containsExactly("  [6/9] Confab room-service");
    }

    @Test
    void shouldTellOnceThatItDownloads() {
        output.read("[INFO] Downloading from central: https://example.org/a.pom");
        output.read("[INFO] Downloading from central: https://example.org/b.pom");

        assertThat(told).containsExactly("        downloading…");
    }

    @Test
    void shouldShowAllThatTheFailingModuleSaid() {
        output.read("[INFO] Building Confab protocol 1.0.0-SNAPSHOT   [2/9]");
        output.read("[INFO] fine");
        output.read("[INFO] Building Confab gateway 1.0.0-SNAPSHOT   [9/9]");
        output.read("[ERROR] Gateway.java:[3,1] illegal start of type");

        assertThat(output.failure()).containsExactly("[ERROR] Gateway.java:[3,1] illegal start of type");
    }
}
