package dev.confab.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.confab.systemtests.client.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser that all tests share: the one that {@code CONFAB_BROWSER} names, or the system's Chromium. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    private static final String DEFAULT = "/usr/bin/chromium";

    static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.LIMIT.toMillis());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CONFAB_BROWSER", DEFAULT)))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
        return new Chromium(playwright, browser);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
