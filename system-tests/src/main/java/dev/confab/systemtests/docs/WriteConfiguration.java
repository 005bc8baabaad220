package dev.confab.systemtests.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings {@code docs/configuration.md} up to date. To be run in the checkout's root. */
public final class WriteConfiguration {
    public static final Path DOCUMENT = Path.of("docs/configuration.md");
    /** What to type, in the checkout's root, when the document is out of date. */
    public static final String COMMAND =
            "java system-tests/src/main/java/dev/confab/systemtests/docs/WriteConfiguration.java";

    private WriteConfiguration() {}

    public static void main(String[] arguments) throws IOException {
        Path checkout = Path.of("");
        Files.createDirectories(DOCUMENT.getParent());
        Files.writeString(DOCUMENT, new ConfigurationDocument(ConfigurationKeys.of(checkout)).text());
    }
}
