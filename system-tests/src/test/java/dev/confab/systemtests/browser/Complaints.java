package dev.confab.systemtests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a page did that no page may do: errors, violations of its policy, requests to others, answers of broken servers. */
final class Complaints {
    /** What Chromium itself writes into the console about answers that the page deals with. */
    private static final List<String> OF_THE_NETWORK = List.of("Failed to load resource:", "WebSocket connection to");

    private final String origin;
    private final List<String> all = new CopyOnWriteArrayList<>();
    private volatile boolean serversMayBreak;

    private Complaints(String origin) {
        this.origin = origin;
    }

    static Complaints of(BrowserContext context, Page page, String origin) {
        var complaints = new Complaints(origin);
        context.addInitScript("addEventListener('securitypolicyviolation', event =>"
                + " console.error('policy ' + event.violatedDirective + ' ' + event.blockedURI))");
        page.onConsoleMessage(complaints::onConsole);
        page.onPageError(error -> complaints.all.add("error: " + error));
        page.onRequest(request -> complaints.onAddress(request.url()));
        page.onWebSocket(socket -> complaints.onAddress(socket.url().replaceFirst("^ws", "http")));
        page.onResponse(complaints::onResponse);
        return complaints;
    }

    /** This test breaks a server on purpose. */
    void allowBrokenServers() {
        serversMayBreak = true;
    }

    List<String> all() {
        return all;
    }

    private void onConsole(ConsoleMessage message) {
        boolean ofTheNetwork = OF_THE_NETWORK.stream().anyMatch(message.text()::startsWith);
        if ((message.type().equals("error") || message.type().equals("warning")) && !ofTheNetwork) {
            all.add(message.type() + " in the console: " + message.text());
        }
    }

    private void onAddress(String url) {
        if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
            all.add("request to " + url);
        }
    }

    private void onResponse(Response response) {
        if (response.status() >= 500 && !serversMayBreak) {
            all.add("%d from %s".formatted(response.status(), response.url()));
        }
    }
}
