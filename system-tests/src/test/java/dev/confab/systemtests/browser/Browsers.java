package dev.confab.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.Cookie;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The browsers of one test, each with cookies and storage of its own. */
final class Browsers implements AutoCloseable {
    private final Chromium chromium;
    private final Confab confab;
    private final List<Tab> tabs = new ArrayList<>();

    Browsers(Chromium chromium, Confab confab) {
        this.chromium = chromium;
        this.confab = confab;
    }

    /** A browser that shows the page to somebody who is not signed in. */
    Tab open() {
        return newTab(new NewContextOptions()).open();
    }

    /** The browser of somebody who signed in before; returns when they are in the room that is shown. */
    Tab open(Session person) {
        return open(person, new NewContextOptions());
    }

    Tab open(Session person, NewContextOptions options) {
        Tab tab = newTab(options);
        tab.page().context().addCookies(cookies(person));
        return tab.open().expectPeopleToInclude(person.username());
    }

    /** Another tab of the same browser: cookies and storage are the same. */
    Tab openBeside(Tab tab) {
        Tab beside = new Tab(tab.page().context(), confab.gateway());
        tabs.add(beside);
        return beside.open();
    }

    private Tab newTab(NewContextOptions options) {
        Tab tab = new Tab(
                chromium.browser().newContext(options.setLocale("en-GB").setTimezoneId("UTC")), confab.gateway());
        tabs.add(tab);
        return tab;
    }

    private List<Cookie> cookies(Session person) {
        return person.cookies().values().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue())
                        .setDomain("localhost")
                        .setPath(cookie.getKey().startsWith("confab_refresh") ? "/api/auth" : "/")
                        .setHttpOnly(true))
                .toList();
    }

    void expectNoComplaints() {
        for (Tab tab : tabs) {
            assertThat(tab.complaints()).isEmpty();
        }
    }

    void takePictures(String name) {
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).takePicture(Path.of("target/failures/%s-%d.png".formatted(name, i + 1)));
        }
    }

    @Override
    public void close() {
        tabs.forEach(Tab::close);
    }
}
