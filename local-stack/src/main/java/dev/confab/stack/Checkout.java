package dev.confab.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder of the repository, in which the modules are built and run. */
public record Checkout(Path root) {

    /** The one that the folder belongs to. */
    public static Checkout around(Path folder) {
        return Stream.iterate(folder.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve("local-stack/pom.xml")))
                .findFirst()
                .map(Checkout::new)
                .orElseThrow(() -> new StackException(folder + " is not inside a checkout of Confab"));
    }

    /** This module's classes. */
    public Path jar() {
        return target().resolve("local-stack.jar");
    }

    /** What runs the stack: this module's classes with all that they need, as Maven left them. */
    public String classPath() {
        if (!Files.exists(jar())) {
            throw new StackException("local-stack is not built. Build it first: mvn -pl local-stack package");
        }
        return jar() + File.pathSeparator + target().resolve("lib") + "/*";
    }

    private Path target() {
        return root.resolve("local-stack/target");
    }
}
