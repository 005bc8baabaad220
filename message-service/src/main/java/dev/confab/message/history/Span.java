package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import java.time.Instant;

/** Which part of a history is asked for. */
sealed interface Span {
    /** The newest. */
    record Latest() implements Span {}

    /** The newest from before it. */
    record Before(LogPosition position) implements Span {}

    /** The oldest from after it. */
    record After(LogPosition position) implements Span {}

    /** It, and about as many from before it as from after it. */
    record Around(LogPosition position) implements Span {}

    /** The first message that was written then or later, and what is around it; the newest if there is none. */
    record Since(Instant time) implements Span {}
}
