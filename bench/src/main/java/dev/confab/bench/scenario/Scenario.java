package dev.confab.bench.scenario;

import dev.confab.bench.report.Figure;
import java.util.List;

/** One row of the benchmark. */
public interface Scenario {
    /** As it is asked for on the command line. */
    String name();

    String title();

    List<Figure> measure(Run run);
}
