package dev.confab.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(0)
class ConfigurationDocumentTest {
    private static final Path CHECKOUT = Path.of("..");

    @Test
    void shouldBeWhatTheSourcesSay() throws IOException {
        // given
        String committed = Files.readString(CHECKOUT.resolve(WriteConfiguration.DOCUMENT));
        // when
        String generated = new ConfigurationDocument(ConfigurationKeys.of(CHECKOUT)).text();
        // then
        assertThat(committed)
                .as(
                        "%s is out of date. Run in the checkout's root: %s",
                        WriteConfiguration.DOCUMENT, WriteConfiguration.COMMAND)
                .isEqualTo(generated);
    }

    @Test
    void shouldReadKeysOfEveryKind() throws IOException {
        // given
        Path source =
                Files.createDirectories(Files.createTempDirectory("confab").resolve("one/src/main/java"));
        Files.writeString(source.resolve("../../../pom.xml"), "<project/>");
        Files.writeString(source.resolve("Some.java"), """
                /** About it. */
                @ConfigMapping(prefix = "confab.some")
                interface Some {
                    /** How long. And more. */
                    @WithDefault("3s")
                    Duration maxWait();

                    /** Who, in a {@code list}. */
                    Optional<List<String>> names();

                    /** How many. */
                    int count();

                    /** Parts. */
                    Inner inner();

                    interface Inner {
                        /** Yes | no. */
                        @WithName("on-off")
                        @WithDefault("true")
                        boolean onOff();
                    }
                }
                """);
        Files.writeString(source.resolve("Other.java"), """
                class Other {
                    /** @param secret What keeps it safe. */
                    Other(@ConfigProperty(name = "confab.secret") String secret) {}
                }
                """);
        Path resources = Files.createDirectories(source.resolve("../resources"));
        Files.writeString(resources.resolve("application.properties"), "confab.some.count=7\nquarkus.x=1\n");
        // when
        String text = new ConfigurationDocument(
                        ConfigurationKeys.of(source.resolve("../../../..").normalize()))
                .text();
        // then
        assertThat(text)
                .contains("| `confab.some.max-wait` | duration | `3s` | How long. | one |")
                .contains("| `confab.some.names` | list of text | unset | Who, in a `list`. | one |")
                .contains("| `confab.some.count` | number | `7` | How many. | one |")
                .contains("| `confab.secret` | text | **must be set** | What keeps it safe. | one |")
                .contains("| `confab.some.inner.on-off` | true or false | `true` | Yes \\| no. | one |");
    }
}
