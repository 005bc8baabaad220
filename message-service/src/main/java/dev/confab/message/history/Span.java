package dev.confab.message.history;

import dev.confab.message.log.LogPosition;

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
}
