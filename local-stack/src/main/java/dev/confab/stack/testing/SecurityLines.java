package dev.confab.stack.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines of a service's security log from now on, for tests of it. */
public final class SecurityLines implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("confab.security");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public SecurityLines() {
        LOG.addHandler(handler);
    }

    /** Those that have all of these words. */
    public List<String> with(String... words) {
        return lines.stream()
                .filter(line -> List.of(words).stream().allMatch(line::contains))
                .toList();
    }

    @Override
    public void close() {
        LOG.removeHandler(handler);
    }
}
