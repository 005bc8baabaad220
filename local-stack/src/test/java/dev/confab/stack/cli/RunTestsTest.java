package dev.confab.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.stack.StackException;
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

    @Test
    void shouldRunTheChaosTestAloneForAsLongAsIsSaid() {
        assertThat(mavenArguments("test", "--chaos", "1h30m", "--seed", "17"))
                .containsExactly(
                        "-Dconfab.chaos.duration=PT1H30M",
                        "-Dtest=ChaosTest",
                        "-Dsurefire.failIfNoSpecifiedTests=false",
                        "-Dconfab.chaos.seed=17");
    }

    @Test
    void shouldRefuseATimeThatIsNone() {
        assertThatThrownBy(() -> mavenArguments("test", "--chaos", "long"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("30m");
    }

    private static Iterable<String> mavenArguments(String... arguments) {
        var parsed =
                Objects.requireNonNull(Confab.commandLine().parseArgs(arguments).subcommand());
        return ((RunTests) parsed.commandSpec().userObject()).mavenArguments();
    }
}
