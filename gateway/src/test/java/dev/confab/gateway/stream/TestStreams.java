package dev.confab.gateway.stream;

import java.time.Duration;

/** Settings of streams. */
final class TestStreams {
    private TestStreams() {}

    static StreamConfig config(
            int max, int perUser, int perAddress, int closeAbove, Duration stalledAfter, Duration keepAlive) {
        return new StreamConfig() {
            @Override
            public int max() {
                return max;
            }

            @Override
            public int perUser() {
                return perUser;
            }

            @Override
            public int perAddress() {
                return perAddress;
            }

            @Override
            public int closeAbove() {
                return closeAbove;
            }

            @Override
            public Duration stalledAfter() {
                return stalledAfter;
            }

            @Override
            public Duration keepAlive() {
                return keepAlive;
            }
        };
    }
}
