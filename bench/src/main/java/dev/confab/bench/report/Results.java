package dev.confab.bench.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confab.bench.measure.Machine;
import dev.confab.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One run of the benchmark. */
public record Results(Instant at, boolean quick, Machine machine, double load, List<Section> sections) {

    /** @return indented, one figure a line's worth of difference */
    String json() {
        var root = Json.mapper().createObjectNode();
        root.put("at", at.toString());
        root.put("quick", quick);
        root.put("otherLoad", load);
        root.set("machine", Json.mapper().valueToTree(machine));
        var scenarios = root.putArray("scenarios");
        sections.forEach(section -> {
            var scenario = scenarios.addObject();
            scenario.put("name", section.name());
            scenario.put("title", section.title());
            var figures = scenario.putArray("figures");
            section.figures().forEach(figure -> write(figure, figures.addObject()));
        });
        try {
            return Json.mapper()
                            .writer(new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(root)
                    + "\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Figure figure, ObjectNode to) {
        to.put("measure", figure.measure());
        to.put("value", Double.isFinite(figure.value()) ? figure.value() : -1);
        to.put("unit", figure.unit());
        figure.target().ifPresent(target -> {
            to.put(target.atMost() ? "atMost" : "atLeast", target.bound());
            to.put("met", target.isMet(figure.value()));
        });
        if (!figure.comparison().isEmpty()) {
            to.put("comparison", figure.comparison());
        }
    }

    /** Writes {@code results.json}, {@code results.md} and the plots into the folder. */
    public void write(Path folder, Map<String, String> plots) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"), json());
        Files.writeString(folder.resolve("results.md"), Table.markdown(sections));
        for (var plot : plots.entrySet()) {
            Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
        }
    }
}
