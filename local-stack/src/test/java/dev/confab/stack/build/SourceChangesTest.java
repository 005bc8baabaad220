package dev.confab.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceChangesTest {
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
    private static final FileTime AFTER = FileTime.from(Instant.parse("2026-01-01T12:00:01Z"));

    @TempDir
    Path root;

    @BeforeEach
    void layOutTwoServicesAndALibrary() throws IOException {
        write(
                "pom.xml",
                "<project><modules><module>library</module><module>one</module><module>two</module></modules></project>");
        write("library/pom.xml", pom("confab-library", ""));
        write("library/src/main/java/Library.java", "");
        write("one/pom.xml", pom("confab-one", "confab-library"));
        write("one/src/main/java/One.java", "");
        write("one/target/app.jar", "");
        write("two/pom.xml", pom("confab-two", ""));
        write("two/src/main/java/Two.java", "");
        write("two/src/main/java/Also.java", "");
        write("two/target/app.jar", "");
        touchAll(FileTime.from(BUILT.toInstant().minusSeconds(60)));
        new SourceChanges(root).built(List.of("one", "two"), BUILT);
    }

    @Test
    void shouldBuildNothingWhenNothingChanged() {
        assertThat(outdated()).isEmpty();
    }

    @Test
    void shouldBuildTheModuleWhoseSourceChanged() throws IOException {
        Files.setLastModifiedTime(root.resolve("two/src/main/java/Two.java"), AFTER);

        assertThat(outdated()).containsExactly("two");
    }

    @Test
    void shouldBuildWhatContainsAChangedLibrary() throws IOException {
        Files.setLastModifiedTime(root.resolve("library/src/main/java/Library.java"), AFTER);

        assertThat(outdated()).containsExactly("one");
    }

    @Test
    void shouldBuildTheModuleInWhichASourceWasDeleted() throws IOException {
        Files.delete(root.resolve("two/src/main/java/Also.java"));

        assertThat(outdated()).containsExactly("two");
    }

    @Test
    void shouldBuildEverythingWhenTheProjectItselfChanged() throws IOException {
        Files.setLastModifiedTime(root.resolve("pom.xml"), AFTER);

        assertThat(outdated()).containsExactly("one", "two");
    }

    @Test
    void shouldBuildWhatWasNeverBuiltOrIsGone() throws IOException {
        Files.delete(root.resolve("one/target/confab.stamp"));
        Files.delete(root.resolve("two/target/app.jar"));

        assertThat(outdated()).containsExactly("one", "two");
    }

    private List<String> outdated() {
        return new SourceChanges(root)
                .outdated(Map.of("one", root.resolve("one/target/app.jar"), "two", root.resolve("two/target/app.jar")));
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private void touchAll(FileTime time) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    private static String pom(String artifact, String dependency) {
        return """
                <project><artifactId>%s</artifactId><dependencies><dependency>
                <groupId>dev.confab</groupId><artifactId>%s</artifactId></dependency></dependencies></project>
                """.formatted(artifact, dependency);
    }
}
