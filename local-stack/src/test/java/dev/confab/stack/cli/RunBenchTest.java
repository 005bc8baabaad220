package dev.confab.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RunBenchTest {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void shouldKeepTheResultsOfAFullRunInTheRepository() {
        assertThat(benchArguments("bench")).containsExactly("--output", "/checkout/docs/performance");
    }

    @Test
    void shouldNotWriteOverThemAfterLess() {
        assertThat(benchArguments("bench", "--quick"))
                .containsExactly("--output", "/checkout/bench/target/performance", "--quick");
        assertThat(benchArguments("bench", "idle", "team"))
                .containsExactly("--output", "/checkout/bench/target/performance", "idle", "team");
    }

    @Test
    void shouldDoSoWhenAsked() {
        assertThat(benchArguments("bench", "--quick", "--output", "/checkout/docs/performance"))
                .containsExactly("--output", "/checkout/docs/performance", "--quick");
    }

    private static List<String> benchArguments(String... arguments) {
        var parsed =
                Objects.requireNonNull(Confab.commandLine().parseArgs(arguments).subcommand());
        return ((RunBench) parsed.commandSpec().userObject()).benchArguments(ROOT);
    }
}
