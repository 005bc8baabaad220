package dev.confab.message.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/** Where one assigned partition stands, as far as this replica knows. Confined to the projector's thread. */
final class Standing {
    private final Duration firstPause;
    private final Duration longestPause;
    private long position;
    private boolean certain;
    private Instant notBefore = Instant.MIN;
    private Duration pause;
    private OptionalLong gapSeenAt = OptionalLong.empty();

    Standing(ProjectionConfig config) {
        firstPause = config.retryMin();
        longestPause = config.retryMax();
        pause = firstPause;
    }

    /** The position to be projected next, if it has been read from the database and nothing has failed since. */
    OptionalLong next() {
        return certain ? OptionalLong.of(position) : OptionalLong.empty();
    }

    /** The last that was known of it. */
    long position() {
        return position;
    }

    void at(long stored) {
        position = stored;
        certain = true;
    }

    void onProgress(long stored) {
        at(stored);
        pause = firstPause;
        gapSeenAt = OptionalLong.empty();
    }

    /** Its place has to be read again, but not at once: pauses get longer while nothing succeeds. */
    void onFailure(Instant now) {
        certain = false;
        notBefore = now.plus(pause);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }

    boolean isToBeRead(Instant now) {
        return !certain && !now.isBefore(notBefore);
    }

    /** Whether the same gap has been seen before, so that reading again did not fill it. */
    boolean isGapConfirmed(long firstFound) {
        boolean confirmed = gapSeenAt.isPresent() && gapSeenAt.getAsLong() == firstFound;
        gapSeenAt = OptionalLong.of(firstFound);
        return confirmed;
    }
}
