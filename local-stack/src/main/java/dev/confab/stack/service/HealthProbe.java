package dev.confab.stack.service;

import dev.confab.stack.process.Probe;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A service is ready when it says so at {@code /q/health/ready} of its management address. */
public record HealthProbe(String management) implements Probe {
    private static final int PATIENCE_MILLIS = 1000;

    @Override
    public boolean answers() {
        try {
            var connection = (HttpURLConnection)
                    URI.create(management + "/q/health/ready").toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                // an answer that nobody reads keeps its connection open
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
