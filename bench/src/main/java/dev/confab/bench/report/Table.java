package dev.confab.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures, target beside figure, in columns for the terminal or as Markdown. */
public final class Table {
    private static final List<String> HEAD = List.of("", "figure", "target", "met", "for comparison");

    private Table() {}

    public static String text(List<Section> sections) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        for (var section : sections) {
            rows.add(List.of(section.title(), "", "", "", ""));
            section.figures().forEach(figure -> rows.add(row("  " + figure.measure(), figure)));
        }
        // a title may be longer than its column
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .filter(row -> column > 0 || !row.get(1).isEmpty())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column)
                        + " "
                                .repeat(Math.max(
                                        0, widths[column] - row.get(column).length())))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    public static String markdown(List<Section> sections) {
        var lines = new ArrayList<String>();
        lines.add("| | figure | target | met | for comparison |");
        lines.add("| --- | ---: | --- | --- | --- |");
        for (var section : sections) {
            lines.add("| **" + section.title() + "** | | | | |");
            section.figures()
                    .forEach(figure -> lines.add("| " + String.join(" | ", row(figure.measure(), figure)) + " |"));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> row(String measure, Figure figure) {
        return List.of(
                measure,
                (Numbers.text(figure.value()) + " " + figure.unit()).strip(),
                figure.target().map(Target::toString).orElse(""),
                figure.verdict(),
                figure.comparison());
    }
}
