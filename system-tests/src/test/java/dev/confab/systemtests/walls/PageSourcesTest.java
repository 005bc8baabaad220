package dev.confab.systemtests.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages' own sources do not do, so that a text stays a text whatever somebody has written. */
@Order(0)
class PageSourcesTest {
    private static final Map<Path, String> SOURCES = readFrom("web/app", "web/public", "META-INF/resources");

    /** How it would look. */
    enum Danger {
        MARKUP_FROM_TEXT(
                "unsafe(HTML|SVG|MathML|Static|CSS)|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc"
                        + "|setHTMLUnsafe|createContextualFragment|DOMParser"),
        CODE_FROM_TEXT("\\beval\\(|new Function\\(|set(Timeout|Interval)\\(['\"`]|\\bimport\\([^'\"]"),
        MESSAGES_OF_OTHER_WINDOWS("postMessage|BroadcastChannel|addEventListener\\(['\"]message['\"]"),
        FOREIGN_SCRIPTS("createElement\\(['\"](script|iframe)['\"]|jsonp"),
        OTHER_PAGES("location\\.(assign|replace)\\(|location(\\.href)? = |window\\.open\\("),
        MEMBERS_NAMED_BY_OTHERS("for \\((const|let|var) \\w+ in |Object\\.assign\\(|__proto__");

        private final Pattern pattern;

        Danger(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotBeUsed(Danger danger) {
        // when
        Stream<String> found = found(danger.pattern);
        // then
        assertThat(found).isEmpty();
    }

    /** What is kept on a device is thought of here: who may read it there, and what sign-out does with it. */
    @Test
    void shouldKeepOnTheDeviceWhatIsKnownOfOnly() {
        // when
        Stream<String> kept = matches(Pattern.compile("kept(?:InTab|Or)?<.+>\\([`']([a-zA-Z]+)"))
                .map(match -> match.group(1))
                .distinct();
        // then
        assertThat(kept)
                .containsExactlyInAnyOrder(
                        "drafts",
                        "expiresAt",
                        "formatRow",
                        "notificationSound",
                        "notifications",
                        "notificationsOffered",
                        "person",
                        "plainTexts",
                        "privateFolded",
                        "recentEmoji",
                        "roomsFolded",
                        "tickets",
                        "unreadMarks",
                        "unsent");
        assertThat(found(Pattern.compile("localStorage|sessionStorage|indexedDB|document\\.cookie|caches\\.")))
                .allMatch(where -> where.matches("(storage\\.ts|theme\\.ts|theme\\.js): .*"));
    }

    @Test
    void shouldHaveReadThePages() {
        assertThat(SOURCES.keySet())
                .extracting(file -> file.getFileName().toString())
                .contains("root.ts", "message.ts", "theme.js", "docs.js");
    }

    private static Stream<String> found(Pattern pattern) {
        return SOURCES.entrySet().stream()
                .flatMap(source -> pattern.matcher(source.getValue())
                        .results()
                        .map(match -> source.getKey().getFileName() + ": " + match.group()));
    }

    private static Stream<MatchResult> matches(Pattern pattern) {
        return SOURCES.values().stream().flatMap(text -> pattern.matcher(text).results());
    }

    /** @param folders within the resources of whatever module */
    private static Map<Path, String> readFrom(String... folders) {
        return modules().stream()
                .map(module -> module.resolve("src/main/resources"))
                .flatMap(resources -> Stream.of(folders).map(resources::resolve))
                .filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .collect(Collectors.toMap(file -> file, PageSourcesTest::read));
    }

    private static List<Path> modules() {
        try (Stream<Path> all = Files.list(Path.of(".."))) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(ts|js|html|svg)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
