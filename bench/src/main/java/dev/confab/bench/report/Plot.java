package dev.confab.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines over two axes as SVG: no script, no fonts of its own, colours that can be told apart on white and on black, text
 * that follows the reader's scheme.
 */
record Plot(String title, String xLabel, String yLabel, Scale x, Scale y, List<Series> lines) {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 290;
    private static final int TOP = 46;
    private static final int BOTTOM = 54;
    private static final List<String> COLOURS =
            List.of("#2f81f7", "#e3702d", "#3fa557", "#a371f7", "#d4447c", "#8b949e", "#b08800", "#1b9aaa");
    private static final String STYLE = """
            text{font:12px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#57606a}
            .title{font-size:15px;font-weight:600;fill:#1f2328}
            .grid{stroke:#8b949e;stroke-opacity:.28}
            polyline{fill:none;stroke-width:2;stroke-linejoin:round}
            @media(prefers-color-scheme:dark){text{fill:#9198a1}.title{fill:#f0f6fc}}
            """;

    String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
                <title>%s</title>
                <style>%s</style>
                %s
                %s
                %s
                %s
                </svg>
                """.formatted(
                        WIDTH, HEIGHT, WIDTH, HEIGHT, escaped(title), STYLE, labels(), columns(), rows(), curves());
    }

    private String labels() {
        return String.join(
                "\n",
                text(LEFT, 24, "start", "class=\"title\"", title),
                text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", "", xLabel),
                text(
                        0,
                        0,
                        "middle",
                        "transform=\"translate(16 %d) rotate(-90)\"".formatted((TOP + HEIGHT - BOTTOM) / 2),
                        yLabel));
    }

    private String columns() {
        return x.ticks().stream()
                .map(tick -> line(px(tick), TOP, px(tick), HEIGHT - BOTTOM)
                        + text(px(tick), HEIGHT - BOTTOM + 18, "middle", "", label(tick)))
                .collect(Collectors.joining("\n"));
    }

    private String rows() {
        return y.ticks().stream()
                .map(tick -> line(LEFT, py(tick), WIDTH - RIGHT, py(tick))
                        + text(LEFT - 8, py(tick) + 4, "end", "", label(tick)))
                .collect(Collectors.joining("\n"));
    }

    private String curves() {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> curve(lines.get(i), COLOURS.get(i % COLOURS.size())) + legend(lines.get(i), i))
                .collect(Collectors.joining("\n"));
    }

    private String curve(Series series, String colour) {
        var points = series.points().stream()
                .map(point -> number(px(point.x())) + "," + number(py(point.y())))
                .collect(Collectors.joining(" "));
        var dots = series.points().size() > 12
                ? ""
                : series.points().stream()
                        .map(point -> "<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>"
                                .formatted(number(px(point.x())), number(py(point.y())), colour))
                        .collect(Collectors.joining());
        return "<polyline stroke=\"%s\" points=\"%s\"/>%s".formatted(colour, points, dots);
    }

    private static String legend(Series series, int i) {
        int top = TOP + 8 + 22 * i;
        return "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" rx=\"2\" fill=\"%s\"/>"
                        .formatted(WIDTH - RIGHT + 18, top, COLOURS.get(i % COLOURS.size()))
                + text(WIDTH - RIGHT + 38, top + 6, "start", "", series.label());
    }

    private double px(double value) {
        return LEFT + x.at(value) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - Math.clamp(y.at(value), 0, 1) * (HEIGHT - TOP - BOTTOM);
    }

    private static String line(double x1, double y1, double x2, double y2) {
        return "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(number(x1), number(y1), number(x2), number(y2));
    }

    private static String text(double x, double y, String anchor, String attributes, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" %s>%s</text>"
                .formatted(number(x), number(y), anchor, attributes, escaped(text));
    }

    private static String label(double tick) {
        return tick == Math.rint(tick) ? String.format(Locale.ROOT, "%,d", (long) tick) : Double.toString(tick);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
