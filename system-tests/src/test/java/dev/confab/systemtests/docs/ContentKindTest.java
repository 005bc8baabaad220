package dev.confab.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** docs/architecture.md lists the files that know of a kind of content, all of them and no others. */
@Order(0)
class ContentKindTest {
    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*`) \\|");
    private static final Pattern FILE = Pattern.compile("`([^`]+\\.(?:java|ts|yaml))`");
    private static final Pattern NAMES_IT = Pattern.compile(
            "\\bPinned\\b|'pinned'|ContentCommand\\.Pin\\b|new Pin\\(|record Pin\\(|const: pinned\\b|type: 'pin'");

    @Test
    void shouldBeListedWithEveryFileThatKnowsOfIt() throws IOException {
        // given
        Class<?> shown = Content.Pinned.class;
        String section = section("### A kind of content, from end to end");
        // when
        Set<String> listed = ROW.matcher(section)
                .results()
                .flatMap(row -> FILE.matcher(row.group(1)).results())
                .map((MatchResult file) -> Path.of(file.group(1)).getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        // then
        assertThat(section).contains("`" + shown.getSimpleName() + "`");
        assertThat(listed).isEqualTo(filesThatKnow()).hasSizeLessThanOrEqualTo(25);
    }

    private static String section(String heading) throws IOException {
        String document = Files.readString(CHECKOUT.resolve("docs/architecture.md"));
        int begin = document.indexOf(heading);
        return document.substring(begin, document.indexOf("\n## ", begin));
    }

    private static Set<String> filesThatKnow() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String module : new String[] {"protocol", "gateway", "message-service", "web"}) {
            try (Stream<Path> all = Files.walk(CHECKOUT.resolve(module).resolve("src/main"))) {
                all.filter(file -> file.toString().matches(".*\\.(java|ts)"))
                        .filter(ContentKindTest::knows)
                        .map(file -> file.getFileName().toString())
                        .forEach(files::add);
            }
        }
        if (knows(CHECKOUT.resolve("docs/asyncapi.yaml"))) {
            files.add("asyncapi.yaml");
        }
        return files;
    }

    private static boolean knows(Path file) {
        try {
            return NAMES_IT.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
