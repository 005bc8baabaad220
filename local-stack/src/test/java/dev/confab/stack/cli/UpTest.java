package dev.confab.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.stack.StackException;
import dev.confab.stack.run.StackPlan;
import dev.confab.stack.run.StackPlan.Front;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UpTest {
    @Test
    void shouldRunOneGatewayAtPort8080OfThisMachineWhenNothingIsSaid() {
        var plan = plan();

        assertThat(plan.front()).isEqualTo(new Front(1, 8080, "127.0.0.1"));
        assertThat(plan.backing().database()).isEmpty();
        assertThat(plan.backing().kafka()).isEmpty();
        assertThat(plan.backing().schemas())
                .containsExactly("confab_auth", "confab_room", "confab_message", "confab_media");
    }

    @Test
    void shouldTakeEveryOption() {
        var plan = plan(
                "--port",
                "9000",
                "--gateways",
                "3",
                "--host",
                "0.0.0.0",
                "--database",
                "mysql://root:x@db:3307",
                "--kafka",
                "k1:9092,k2:9092");

        assertThat(plan.front()).isEqualTo(new Front(3, 9000, "0.0.0.0"));
        assertThat(plan.backing().database().orElseThrow().address()).isEqualTo("mysql://db:3307");
        assertThat(plan.backing().kafka()).contains("k1:9092,k2:9092");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--gateways=0", "--port=0", "--port=70000", "--database=nonsense"})
    void shouldRefuseWhatCannotBe(String option) {
        assertThatThrownBy(() -> plan(option)).isInstanceOf(StackException.class);
    }

    private static StackPlan plan(String... arguments) {
        var up = new Up();
        new CommandLine(up).parseArgs(arguments);
        return up.plan();
    }
}
