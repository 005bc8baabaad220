package dev.confab.systemtests.client;

import java.net.http.HttpClient;

/** The one HTTP client that all REST calls and WebSockets share. */
final class Http {
    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Patience.LIMIT)
            .build();

    private Http() {}
}
