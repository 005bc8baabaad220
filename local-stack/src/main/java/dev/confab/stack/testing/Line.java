package dev.confab.stack.testing;

/** A name and a value on one line, parted by a tab. */
record Line(String name, String value) {
    static String of(String name, String value) {
        return name + "\t" + value.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    static Line parse(String line) {
        int tab = line.indexOf('\t');
        return tab < 0
                ? new Line(line, "")
                : new Line(line.substring(0, tab), line.substring(tab + 1).translateEscapes());
    }
}
