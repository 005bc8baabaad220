package dev.confab.systemtests.docs;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Finds the configuration keys in the sources of all modules. */
public final class ConfigurationKeys {
    private static final String MARK = "@ConfigMapping";

    private ConfigurationKeys() {}

    /** All keys by name; fails if two modules say different things of one. */
    public static List<ConfigurationKey> of(Path checkout) throws IOException {
        Map<String, ConfigurationKey> byName = new TreeMap<>();
        for (Path module : modules(checkout)) {
            for (Path source : sources(module)) {
                for (ConfigurationKey key : keysIn(source, module.getFileName().toString())) {
                    byName.merge(key.name(), key, ConfigurationKeys::merged);
                }
            }
        }
        return byName.values().stream()
                .sorted(Comparator.comparing(ConfigurationKey::name))
                .toList();
    }

    private static ConfigurationKey merged(ConfigurationKey one, ConfigurationKey other) {
        if (!one.sameAs(other)) {
            throw new IllegalStateException(
                    "%s is not the same in %s and in %s".formatted(one.name(), one.modules(), other.modules()));
        }
        var modules = Stream.concat(one.modules().stream(), other.modules().stream())
                .distinct()
                .sorted()
                .toList();
        return new ConfigurationKey(modules, one.name(), one.type(), one.standard(), one.required(), one.summary());
    }

    private static List<Path> modules(Path checkout) throws IOException {
        try (var folders = Files.list(checkout.toAbsolutePath())) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(Path module) throws IOException {
        Path root = module.resolve("src/main/java");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                if (Files.readString(file).contains(MARK)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static List<ConfigurationKey> keysIn(Path source, String module) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, problem -> {}, List.of("-proc:none"), null, files.getJavaFileObjects(source));
            var keys = new ArrayList<ConfigurationKey>();
            for (var unit : task.parse()) {
                var reader = new MappingReader(DocTrees.instance(task), unit, module);
                unit.getTypeDecls().forEach(type -> keys.addAll(reader.keysOf(type)));
            }
            return keys;
        }
    }
}
