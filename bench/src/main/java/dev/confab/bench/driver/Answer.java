package dev.confab.bench.driver;

/** What the driver has seen; histograms are of microseconds, encoded by {@link Latencies}. */
public final class Answer {
    private Answer() {}

    /** @param failure the first thing that went wrong, "" if nothing did */
    public record Done(String failure) {}

    /**
     * A crowd has come, or as many of it as could.
     *
     * @param live connections that are in all their rooms, with everything they missed
     * @param seconds from the first connection's start until the last was live
     * @param each from a connection's start until it was live
     */
    public record Connected(int live, double seconds, String each, String failure) {}

    /**
     * A crowd has talked and everything has arrived, or nothing more did for a while.
     *
     * @param sent messages
     * @param kept messages that were acknowledged
     * @param deliveries of messages to connections
     * @param expected what they should be
     * @param disordered deliveries out of their room's order, or twice
     * @param each from when a message was due to be sent until a connection received it
     * @param latest by how much the driver itself was late at most, in milliseconds
     */
    public record Talked(
            long sent,
            long kept,
            long deliveries,
            long expected,
            long disordered,
            long errors,
            double seconds,
            String each,
            double latest,
            String failure) {
        public long missing() {
            return expected - deliveries;
        }
    }
}
