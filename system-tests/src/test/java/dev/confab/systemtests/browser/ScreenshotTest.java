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
import org.junit.jupiter.api.Test;

/** Pictures of the real page, for the README when run with {@code -Dconfab.screenshots=true}. */
@BrowserTest
class ScreenshotTest {
    private static final Path FOLDER =
            Path.of(Boolean.getBoolean("confab.screenshots") ? "../docs/images" : "target/images");
    private static final String ROOM = "Release party";

    @Test
    void shouldLookAsInTheReadme(Browsers browsers, Confab confab) throws IOException {
        // given
        Session mara = talk(confab);
        Tab light = browsers.open(mara, screen(1280, 800, ColorScheme.LIGHT));
        Tab dark = browsers.open(mara, screen(1280, 800, ColorScheme.DARK));
        Tab phone = browsers.open(mara, screen(390, 844, ColorScheme.LIGHT));
        // when
        picture(light, confab, "desktop-light");
        picture(dark, confab, "desktop-dark");
        picture(phone, confab, "phone");
        // then
        assertThat(FOLDER.resolve("desktop-light.png")).isNotEmptyFile();
        assertThat(Files.size(FOLDER.resolve("desktop-dark.png")))
                .isNotEqualTo(Files.size(FOLDER.resolve("desktop-light.png")));
        assertThat(FOLDER.resolve("phone.png")).isNotEmptyFile();
    }

    private static NewContextOptions screen(int width, int height, ColorScheme colors) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colors)
                .setDeviceScaleFactor(2);
    }

    private static void picture(Tab tab, Confab confab, String name) {
        tab.page().navigate(confab.gateway() + path("/#/room/{}", ROOM));
        tab.expectPlace(ROOM);
        assertThat(tab.find("message")).hasCount(5);
        tab.takePicture(FOLDER.resolve(name + ".png"));
    }

    /** What is to be seen; returns whose page is shown. */
    private static Session talk(Confab confab) {
        Session mara = person(confab, "mara");
        Session jonas = person(confab, "jonas");
        Session ines = person(confab, "ines");
        confab.api(mara)
                .post("/api/rooms", Map.of("name", ROOM, "topic", "Friday, 17:00. Bring snacks."))
                .expect(201);
        confab.api(ines).post("/api/rooms", Map.of("name", "Kitchen")).expect(201);
        ChatClient maras = confab.connect(mara).join("Kitchen").join(ROOM);
        ChatClient jonass = confab.connect(jonas).join(ROOM);
        ChatClient iness = confab.connect(ines, confab.otherGateway()).join(ROOM);
        maras.send("1.0 is tagged. Thank you all! 🎉");
        jonass.send("Upgraded the replicas one by one while people were talking: nobody noticed.");
        iness.send("Same here. The room resumed on another gateway, not one message lost.");
        iness.send("Who brings the cake?");
        maras.send("I do. Lemon or chocolate?");
        jonass.direct(mara, "Chocolate. Please.");
        confab.connect(ines).join("Kitchen").send("The coffee machine is back.");
        return mara;
    }

    private static Session person(Confab confab, String name) {
        return Users.registerAs(confab.gateway(), name, Users.PASSWORD);
    }
}
