package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.content.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Files and pictures in the page. */
@BrowserTest
class SharingTest {
    private static final String ARRIVED = "done";

    private static FilePayload picture(String name) {
        return new FilePayload(name, "image/png", Pictures.png(800, 600));
    }

    private static Locator upload(Tab tab, String state) {
        return tab.find("upload").and(tab.page().locator("[data-state=" + state + "]"));
    }

    /** Lets go of a file over the page, or pastes it where one writes. */
    private static void give(Tab tab, String how, byte[] content, String name) {
        tab.find("composer")
                .evaluate("""
                        (area, [how, content, name]) => {
                          const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
                          const files = new DataTransfer();
                          files.items.add(new File([bytes], name, { type: 'image/png' }));
                          const bubbling = { bubbles: true, composed: true, cancelable: true };
                          area.dispatchEvent(how === 'paste'
                            ? new ClipboardEvent('paste', { ...bubbling, clipboardData: files })
                            : new DragEvent('drop', { ...bubbling, dataTransfer: files }));
                        }""", new Object[] {how, Base64.getEncoder().encodeToString(content), name});
    }

    @Test
    void shouldSendAPictureThatOthersSeeInItsSizeAndLookAtByKeys(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "gallery");
        Tab writer = browsers.open(alice).goToRoom(room);
        Tab reader = browsers.open(bob).join(room);
        // when
        writer.find("files").setInputFiles(new FilePayload[] {picture("cat.png"), picture("dog.png")});
        assertThat(upload(writer, ARRIVED)).hasCount(2);
        writer.find("alt").first().fill("A cat");
        writer.find("send").click();
        // then
        assertThat(writer.find("upload")).hasCount(0);
        Locator pictures = reader.find("picture");
        assertThat(pictures).hasCount(2);
        Locator image = pictures.first().locator("img");
        assertThat(image).hasAttribute("width", "360");
        assertThat(image).hasAttribute("height", "270");
        assertThat(pictures.first()).hasAttribute("aria-label", "A cat");
        reader.page().waitForCondition(() -> (boolean) image.evaluate("img => img.complete && img.naturalWidth > 0"));
        // when
        pictures.first().click();
        // then
        Locator viewer = reader.find("viewer");
        assertThat(viewer).containsText("cat.png");
        reader.page().keyboard().press("ArrowRight");
        assertThat(viewer).containsText("dog.png");
        reader.page().keyboard().press("+");
        assertThat(reader.find("zoom")).hasAttribute("aria-pressed", "true");
        reader.page().keyboard().press("Escape");
        assertThat(viewer).hasCount(0);
        // and after a reload
        reader.page().reload();
        assertThat(reader.find("picture")).hasCount(2);
    }

    @Test
    void shouldTakeWhatIsDroppedAndPasted(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "desk");
        Tab tab = browsers.open(alice).goToRoom(room);
        // when
        give(tab, "drop", Pictures.png(30, 20), "dropped.png");
        give(tab, "paste", Pictures.png(20, 30), "pasted.png");
        // then
        assertThat(upload(tab, ARRIVED)).hasCount(2);
        tab.find("remove-upload").first().click();
        assertThat(tab.find("upload")).hasCount(1);
        tab.find("composer").fill("look");
        tab.page().keyboard().press("Enter");
        assertThat(tab.find("picture")).hasCount(1);
        tab.expectMessage("look");
    }

    @Test
    void shouldTryAnUploadAgain(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "cellar");
        Tab tab = browsers.open(alice).goToRoom(room);
        AtomicBoolean broken = new AtomicBoolean(true);
        tab.page().route("**/api/media?*", route -> {
            if (broken.get()) {
                route.abort();
            } else {
                route.resume(new Route.ResumeOptions());
            }
        });
        tab.find("files").setInputFiles(picture("cat.png"));
        assertThat(upload(tab, "failed")).hasCount(1);
        assertThat(tab.find("send")).isDisabled();
        // when
        broken.set(false);
        tab.find("retry-upload").click();
        // then
        assertThat(upload(tab, ARRIVED)).hasCount(1);
        assertThat(tab.find("send")).isEnabled();
    }

    @Test
    void shouldShowOtherFilesAsARowToDownload(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "office");
        Tab tab = browsers.open(alice).goToRoom(room);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        // when
        tab.find("files").setInputFiles(new FilePayload("page.html", "text/html", page));
        assertThat(upload(tab, ARRIVED)).hasCount(1);
        tab.find("send").click();
        // then
        assertThat(tab.find("file")).containsText("page.html");
        var download = tab.page().waitForDownload(() -> tab.find("file").click());
        assertThat(download.suggestedFilename()).isEqualTo("page.html");
    }
}
