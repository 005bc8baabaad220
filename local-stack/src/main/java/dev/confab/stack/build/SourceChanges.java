package dev.confab.stack.build;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which modules must be built again: those with a source, of their own or of a module of ours that they contain, that is
 * newer than their last build. A build is remembered by a file in the module's {@code target}, whose time is when the
 * build began.
 */
public final class SourceChanges {
    private static final String STAMP = "confab.stamp";

    private final Path root;
    private final Map<String, Module> modules = new HashMap<>();

    public SourceChanges(Path root) {
        this.root = root;
        for (var name : Module.names(root)) {
            if (Files.exists(root.resolve(name).resolve("pom.xml"))) {
                var module = Module.read(root.resolve(name));
                modules.put(module.artifact(), module);
            }
        }
    }

    /**
     * Those of {@code wanted}, a name and the file that its build makes, that are out of date.
     */
    public List<String> outdated(Map<String, Path> wanted) {
        return wanted.entrySet().stream()
                .filter(module -> !Files.exists(module.getValue()) || isOutdated(module.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Remembers a build that has succeeded. */
    public void built(List<String> names, FileTime began) {
        try {
            for (var name : names) {
                var stamp = stamp(name);
                if (!Files.exists(stamp)) {
                    Files.createFile(stamp);
                }
                Files.setLastModifiedTime(stamp, began);
            }
        } catch (IOException e) {
            throw new StackException("the build can't be remembered: " + e, e);
        }
    }

    private Path stamp(String name) {
        return root.resolve(name).resolve("target").resolve(STAMP);
    }

    private boolean isOutdated(String name) {
        var stamp = stamp(name);
        try {
            if (!Files.exists(stamp)) {
                return true;
            }
            var built = Files.getLastModifiedTime(stamp);
            for (var source : sources(name)) {
                if (newest(source).compareTo(built) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new StackException("the sources of %s can't be looked at: %s".formatted(name, e), e);
        }
    }

    private Set<Path> sources(String name) {
        var sources = new LinkedHashSet<Path>();
        sources.add(root.resolve("pom.xml"));
        sources.add(root.resolve(".mvn"));
        var open = new ArrayDeque<Module>();
        open.add(Module.read(root.resolve(name)));
        while (!open.isEmpty()) {
            var module = open.remove();
            if (sources.add(module.folder().resolve("pom.xml"))) {
                sources.add(module.folder().resolve("src/main"));
                module.dependencies().stream()
                        .filter(modules::containsKey)
                        .map(modules::get)
                        .forEach(open::add);
            }
        }
        return sources;
    }

    /** Folders count, too: theirs is the only time that a deletion changes. */
    private static FileTime newest(Path source) throws IOException {
        if (!Files.exists(source)) {
            return FileTime.fromMillis(0);
        }
        try (Stream<Path> files = Files.walk(source)) {
            var newest = FileTime.fromMillis(0);
            for (var file : (Iterable<Path>) files::iterator) {
                var time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
            return newest;
        }
    }
}
