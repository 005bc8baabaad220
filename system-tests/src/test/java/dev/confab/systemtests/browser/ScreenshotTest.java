package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the real page, for the README when run with {@code -Dconfab.screenshots=true}. */
@BrowserTest
class ScreenshotTest {
    private static final Path FOLDER =
            Path.of(Boolean.getBoolean("confab.screenshots") ? "../docs/images" : "target/images");

    @ParameterizedTest
    @CsvSource({"desktop-light, 1280, 800, LIGHT", "desktop-dark, 1280, 800, DARK", "phone, 390, 844, LIGHT"})
    void shouldLookAsInTheReadme(
            String name, int width, int height, ColorScheme colors, Browsers browsers, Confab confab)
            throws IOException {
        // given
        Session mara = confab.person("mara");
        String room = Users.fresh("release-party");
        prepare(confab, mara, room);
        Tab tab = browsers.open(
                mara,
                new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colors)
                        .setDeviceScaleFactor(2));
        tab.page().navigate(confab.gateway() + path("/#/room/{}", room));
        tab.expectPlace(room);
        assertThat(tab.find("message")).hasCount(5);
        // when
        Path picture = FOLDER.resolve(name + ".png");
        tab.takePicture(picture);
        // then
        assertThat(Files.size(picture)).isGreaterThan(10_000);
    }

    private static void prepare(Confab confab, Session mara, String room) {
        confab.api(mara)
                .post("/api/rooms", Map.of("name", room, "topic", "Friday, 17:00. Bring snacks."))
                .expect(201);
        ChatClient maras = confab.connect(mara).join(room);
        Session jonas = confab.person("jonas");
        Session ines = confab.person("ines");
        ChatClient jonass = confab.connect(jonas).join(room);
        ChatClient iness = confab.connect(ines, confab.otherGateway()).join(room);
        maras.send("1.0 is tagged. Thank you all! 🎉");
        jonass.send("Upgraded the staging replicas one by one while people were talking: nobody noticed.");
        iness.send("Same here. The room resumed on another gateway, not one message lost.");
        iness.send("Who brings the cake?");
        maras.send("I do. Lemon or chocolate?");
        jonass.direct(mara, "Chocolate. Please.");
    }
}
