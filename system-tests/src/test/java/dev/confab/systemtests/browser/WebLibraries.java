package dev.confab.systemtests.browser;

import io.mvnpm.esbuild.install.EsBuildDeps;
import io.mvnpm.esbuild.install.WebDepsInstaller;
import io.mvnpm.esbuild.model.WebDependency;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the page imports, unpacked from the jars of the class path to where its bundler and its compiler look for it. */
final class WebLibraries {
    /** The module of the page. */
    static final Path WEB = Path.of("../web").toAbsolutePath().normalize();

    static final Path FOLDER = WEB.resolve("target/node_modules");

    private WebLibraries() {}

    static List<WebDependency> all() {
        return EsBuildDeps.get().deps();
    }

    static void install() throws IOException {
        WebDepsInstaller.install(FOLDER, all());
    }
}
