package dev.confab.stack.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTotalsTest {
    private static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite xmlns:xsi="x" version="3.0" name="a.BTest" time="1.5"
              tests="7" errors="1" skipped="2" failures="1" flakes="0"><testcase name="c"/></testsuite>
            """;

    @TempDir
    Path root;

    @Test
    void shouldCountErrorsAsFailed() {
        assertThat(TestTotals.parse(REPORT).line()).isEqualTo("3 passed, 2 failed, 2 skipped");
    }

    @Test
    void shouldAddUpThisRunsReportsOfAllModules() throws IOException {
        Files.writeString(
                root.resolve("pom.xml"), "<project><modules><module>a</module><module>b</module></modules></project>");
        var began = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
        report("a/target/surefire-reports/TEST-new.xml", began);
        report("b/target/failsafe-reports/TEST-new.xml", began);
        report("b/target/surefire-reports/TEST-old.xml", FileTime.fromMillis(0));

        assertThat(TestTotals.since(began, root)).isEqualTo(new TestTotals(6, 4, 4));
    }

    private void report(String file, FileTime time) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), REPORT);
        Files.setLastModifiedTime(root.resolve(file), time);
    }
}
