package dev.confab.systemtests.docs;

import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Finds the configuration keys in the sources of all modules. */
public final class ConfigurationKeys {
    private static final List<String> MARKS = List.of("@ConfigMapping", "@ConfigProperty");
    private static final List<String> PROPERTIES = List.of(
            "src/main/resources/application.properties", "src/main/resources/META-INF/microprofile-config.properties");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(confab\\.[a-z.-]+)");

    private ConfigurationKeys() {}

    /** All keys by name; fails if two modules say different things of one, or none says what a key means. */
    public static List<ConfigurationKey> of(Path checkout) throws IOException {
        Map<String, ConfigurationKey> byName = new TreeMap<>();
        for (Path module : modules(checkout)) {
            for (Path source : sources(module)) {
                for (ConfigurationKey key : keysIn(source, nameOf(module))) {
                    byName.merge(key.name(), key, ConfigurationKey::and);
                }
            }
        }
        for (Path module : modules(checkout)) {
            properties(module).forEach((name, value) -> {
                if (byName.computeIfPresent(name, (_, key) -> key.withStandard(nameOf(module), value)) == null) {
                    throw new IllegalStateException(name + " of " + nameOf(module) + " is explained nowhere");
                }
            });
            references(module).forEach(name -> byName.computeIfPresent(name, (_, key) -> key.readBy(nameOf(module))));
        }
        return List.copyOf(byName.values());
    }

    private static String nameOf(Path module) {
        return module.getFileName().toString();
    }

    /** Confab's own keys that the module gives a value. */
    private static Map<String, String> properties(Path module) throws IOException {
        var found = new TreeMap<String, String>();
        for (String file : PROPERTIES) {
            if (Files.exists(module.resolve(file))) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(module.resolve(file))) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().stream()
                        .filter(name -> name.startsWith("confab."))
                        .forEach(name -> found.put(name, properties.getProperty(name)));
            }
        }
        return found;
    }

    /** Confab's own keys that others of the module's properties are made of. */
    private static Set<String> references(Path module) throws IOException {
        var found = new TreeSet<String>();
        for (String file : PROPERTIES) {
            if (Files.exists(module.resolve(file))) {
                REFERENCE
                        .matcher(Files.readString(module.resolve(file)))
                        .results()
                        .forEach(reference -> found.add(reference.group(1)));
            }
        }
        return found;
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
                if (MARKS.stream().anyMatch(Files.readString(file)::contains)) {
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
                keys.addAll(reader.keys());
            }
            return keys;
        }
    }
}
