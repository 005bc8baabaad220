package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Messages in the order of the log, of which pages are cut. */
interface Messages {
    /** Newest first. */
    Uni<List<BundledMessage>> newest(int limit);

    /** Newest first. */
    Uni<List<BundledMessage>> before(LogPosition border, int limit);

    /** Oldest first. */
    Uni<List<BundledMessage>> after(LogPosition border, int limit);

    /** Up to the middle, and after it. */
    Uni<Halves> around(LogPosition middle, int limitBefore, int limitAfter);

    /** As {@link #before} and as {@link #after}. */
    record Halves(List<BundledMessage> before, List<BundledMessage> after) {}
}
