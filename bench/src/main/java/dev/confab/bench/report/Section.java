package dev.confab.bench.report;

import java.util.List;

/** What one scenario has found. */
public record Section(String name, String title, List<Figure> figures) {
    public Section {
        figures = List.copyOf(figures);
    }
}
