package dev.confab.systemtests.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The events of a room as a program reads them: {@code text/event-stream}. */
public final class EventStream implements AutoCloseable {
    private final BufferedReader lines;

    EventStream(InputStream body) {
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** One event: its id is what to come back with, its frame what a WebSocket would have brought. */
    public record Event(String id, Frame frame) {}

    /** Waits for the next event; comments that keep the connection alive are stepped over. */
    public Event next() {
        var id = new StringBuilder();
        var data = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !data.isEmpty()) {
                    return new Event(id.toString(), Frame.parse(data.toString()));
                }
                if (line.startsWith("id:")) {
                    id.append(line.substring(3).strip());
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the stream of events has ended");
    }

    /** Whether no event comes any more; waits for an event or the end. */
    public boolean hasEnded() {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith("data:")) {
                line = lines.readLine();
            }
            return line == null;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
