package dev.confab.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.bench.driver.Latencies;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PlotsTest {
    @Test
    void shouldDrawWhatThereIs() throws Exception {
        var plots = new Plots();
        plots.addCost("floor & ceiling", 10, 7.5);
        plots.addCost("floor & ceiling", 1_000, 3);

        var files = plots.draw();

        assertThat(files).containsOnlyKeys("cost.svg");
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(files.get("cost.svg").getBytes(StandardCharsets.UTF_8)));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(1);
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2);
    }

    @Test
    void shouldDrawADistribution() {
        var latencies = Latencies.empty();
        for (int i = 1; i <= 10_000; i++) {
            latencies.recordValue(i);
        }
        var plots = new Plots();
        plots.addLatencies("a room", latencies);

        assertThat(plots.draw()).containsOnlyKeys("latency.svg");
        assertThat(Plots.percentiles(latencies)).last().satisfies(point -> {
            assertThat(point.x()).isGreaterThan(99.98);
            assertThat(point.y()).isBetween(9.9, 10.1);
        });
    }
}
