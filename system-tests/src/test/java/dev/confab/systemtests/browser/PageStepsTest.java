package dev.confab.systemtests.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import io.mvnpm.esbuild.Bundler;
import io.mvnpm.esbuild.model.BundleOptions;
import io.mvnpm.esbuild.model.EsBuildConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/**
 * The pure steps of the page. Their tests are written in TypeScript ({@code web/src/test/ts}); they are bundled as the page
 * is, run in the browser, and each counts as a test here. No stack is needed.
 */
@Order(0)
class PageStepsTest {
    private static final Path SOURCES = WebLibraries.WEB.resolve("src/test/ts");
    private static final Path WORK = WebLibraries.WEB.resolve("target/steps");
    private static final String ADDRESS = "http://steps.test/";

    /** What came of one test; without a failure all is well. */
    private record Result(String subject, String test, String failure) {}

    @TestFactory
    Stream<DynamicNode> shouldKeepTheRules() throws IOException {
        Map<String, List<Result>> results = run(bundle()).stream()
                .collect(Collectors.groupingBy(Result::subject, LinkedHashMap::new, Collectors.toList()));
        return results.entrySet().stream()
                .map(entry -> dynamicContainer(
                        entry.getKey(), entry.getValue().stream().map(PageStepsTest::asTest)));
    }

    private static DynamicNode asTest(Result result) {
        return dynamicTest(result.test(), () -> {
            if (!result.failure().isEmpty()) {
                fail(result.failure());
            }
        });
    }

    /** One script of all the tests. */
    private static String bundle() throws IOException {
        Files.createDirectories(WORK);
        Files.writeString(WORK.resolve("all.ts"), imports());
        var bundle = Bundler.bundle(
                BundleOptions.builder()
                        .withDependencies(WebLibraries.all())
                        .withNodeModulesDir(WebLibraries.FOLDER)
                        .withWorkDir(WORK)
                        .addEntryPoint(WORK, "all.ts")
                        .withEsConfig(EsBuildConfig.builder()
                                .withDefault()
                                .fixedEntryNames()
                                .minify(false)
                                .splitting(false)
                                .build())
                        .build(),
                false);
        return Files.readString(bundle.dist().resolve("all.js"));
    }

    private static String imports() throws IOException {
        try (var files = Files.list(SOURCES)) {
            return files.map(file -> WORK.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".test.ts"))
                    .sorted()
                    .map("import '%s';\n"::formatted)
                    .collect(Collectors.joining());
        }
    }

    private static List<Result> run(String script) {
        try (var chromium = Chromium.start();
                var context = chromium.browser()
                        .newContext(new NewContextOptions().setLocale("en-GB").setTimezoneId("UTC"))) {
            var page = context.newPage();
            page.route(
                    ADDRESS,
                    route -> route.fulfill(
                            new FulfillOptions().setBody("<!doctype html>").setContentType("text/html")));
            page.navigate(ADDRESS);
            page.addScriptTag(new AddScriptTagOptions().setType("module").setContent(script));
            page.waitForFunction("'runTests' in globalThis"); // a module runs after it was added
            return results(page);
        }
    }

    private static List<Result> results(Page page) {
        var results = (List<?>) page.evaluate("runTests()");
        return results.stream()
                .map(Map.class::cast)
                .map(result -> new Result(
                        (String) result.get("subject"), (String) result.get("test"), (String) result.get("failure")))
                .toList();
    }
}
