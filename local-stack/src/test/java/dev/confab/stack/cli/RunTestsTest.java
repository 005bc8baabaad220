package dev.confab.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunTestsTest {
    @Test
    void shouldHandToMavenWhatIsNotItsOwn() {
        assertThat(mavenArguments(
                        "test", "-pl", "room-service", "--database", "mysql://root:x@h:1", "-Dtest=A#b", "-X"))
                .containsExactly(
                        "-Dconfab.test.database=mysql://root:x@h:1", "-pl", "room-service", "-Dtest=A#b", "-X");
    }

    private static Iterable<String> mavenArguments(String... arguments) {
        var parsed =
                Objects.requireNonNull(Confab.commandLine().parseArgs(arguments).subcommand());
        return ((RunTests) parsed.commandSpec().userObject()).mavenArguments();
    }
}
