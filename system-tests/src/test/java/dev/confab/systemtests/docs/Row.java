package dev.confab.systemtests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table in a document.
 *
 * @param cells by the heads of their columns
 */
record Row(String document, int line, Map<String, String> cells) {
    private static final String BAR = "(?<!\\\\)\\|";

    /** The rows of all tables of a document, in their order. */
    static List<Row> of(Path document) {
        List<String> lines = lines(document);
        var rows = new ArrayList<Row>();
        List<String> heads = List.of();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).startsWith("|")) {
                heads = List.of();
            } else if (heads.isEmpty()) {
                heads = cells(lines.get(line));
                line++; // of dashes
            } else {
                rows.add(new Row(document.getFileName().toString(), line + 1, named(heads, cells(lines.get(line)))));
            }
        }
        return rows;
    }

    boolean has(String column) {
        return cells.containsKey(column);
    }

    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    private static Map<String, String> named(List<String> heads, List<String> cells) {
        var named = new LinkedHashMap<String, String>();
        for (int column = 0; column < Math.min(heads.size(), cells.size()); column++) {
            named.put(heads.get(column), cells.get(column));
        }
        return named;
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1).strip().replaceFirst("\\|$", "");
        return Arrays.stream(inner.split(BAR, -1)).map(String::strip).toList();
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to look. */
    @Override
    public String toString() {
        return document + ":" + line + " " + String.join(" | ", cells.values());
    }
}
