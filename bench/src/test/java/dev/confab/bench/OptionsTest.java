package dev.confab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final List<String> KNOWN = List.of("idle", "team");

    @Test
    void shouldRunEverythingUnlessScenariosAreNamed() {
        assertThat(Options.parse(List.of(), KNOWN).chosen(KNOWN, name -> name)).isEqualTo(KNOWN);
        assertThat(Options.parse(List.of("team"), KNOWN).chosen(KNOWN, name -> name))
                .containsExactly("team");
    }

    @Test
    void shouldTakeOptionsAnywhere() {
        var options = Options.parse(List.of("idle", "--quick", "--output", "x"), KNOWN);

        assertThat(options.quick()).isTrue();
        assertThat(options.output()).contains(Path.of("x"));
        assertThat(options.names()).containsExactly("idle");
    }

    @Test
    void shouldNameTheScenariosWhenOneIsNotKnown() {
        assertThatThrownBy(() -> Options.parse(List.of("idel"), KNOWN))
                .hasMessageContaining("idel")
                .hasMessageContaining("idle, team");
    }
}
