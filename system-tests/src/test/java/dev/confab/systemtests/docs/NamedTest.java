package dev.confab.systemtests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A test that a document names as {@code `JoinTest`}, which is one of the system tests, or as {@code `RoomTest` (gateway)}, of
 * that module or of each of several.
 */
record NamedTest(String module, String name) {
    private static final Path CHECKOUT = Path.of("..");
    private static final String HERE = "system-tests";
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)`(?: \\(([a-z, -]+)\\))?");

    static List<NamedTest> of(String cell) {
        return NAMED.matcher(cell)
                .results()
                .flatMap(match -> modules(match.group(2)).map(module -> new NamedTest(module, match.group(1))))
                .toList();
    }

    boolean exists() {
        Path sources = CHECKOUT.resolve(module).resolve("src/test/java");
        try (Stream<Path> files = Files.isDirectory(sources) ? Files.walk(sources) : Stream.empty()) {
            return files.filter(file -> file.endsWith(name + ".java")).anyMatch(this::holdsTests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An annotation is called such a thing, too. */
    private boolean holdsTests(Path file) {
        try {
            return Files.readString(file).contains("class " + name + " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> modules(String named) {
        return named == null
                ? Stream.of(HERE)
                : Arrays.stream(named.split(", | and ")).map(NamedTest::module);
    }

    private static String module(String name) {
        return List.of("auth", "room", "message", "media").contains(name) ? name + "-service" : name;
    }
}
