package dev.confab.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The bundler strips types and does not look at them; the compiler does, where there is a Node to run it. */
@Order(0)
class PageTypesTest {
    private static final List<String> COMPILER =
            List.of("npm", "exec", "--yes", "--prefer-offline", "--package=typescript@5.9.3", "--", "tsc");
    private static final String SKIPPED =
            "The types of the page's code are not checked: there is no Node here, or no TypeScript for it.";

    @Test
    void shouldFitTogether() throws IOException, InterruptedException {
        // given
        WebLibraries.install();
        if (!run("--version").succeeded()) {
            System.out.println(SKIPPED);
            abort(SKIPPED);
        }
        // when
        var check = run("--project", WebLibraries.WEB.toString());
        // then
        assertThat(check.output()).isEmpty();
        assertThat(check.succeeded()).isTrue();
    }

    private record Run(boolean succeeded, String output) {}

    private static Run run(String... options) throws InterruptedException {
        var command = Stream.concat(COMPILER.stream(), Stream.of(options)).toList();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor() == 0, output.strip());
        } catch (IOException e) {
            return new Run(false, e.toString());
        }
    }
}
