package dev.confab.systemtests.chaos;

import java.util.List;

/** What the clients of a run did and were told. */
record Recording(List<Sent> sends, List<Stay> stays) {

    /** Content that somebody wanted in a stream, and what they last knew of it. */
    record Sent(String stream, String from, String id, Outcome outcome) {}

    /** What the sender knows. */
    sealed interface Outcome {
        /** It is kept, at this position. */
        record Acknowledged(long position) implements Outcome {}

        /** It was refused for good, and nothing before had left that open. */
        record Refused(String code) implements Outcome {}

        /** It may be kept or not. */
        record Unknown() implements Outcome {}
    }

    /**
     * One client's time in one stream, over any number of connections: from its first join until it was put out, or until
     * the end of the run.
     *
     * @param from the position of the first join; what came later is to be heard
     * @param end how far it should have heard
     * @param heard in the order in which the client got it, fetched history included
     * @param fetched where the server sent it to history, which has messages alone
     */
    record Stay(String client, String stream, long from, End end, List<Heard> heard, List<Span> fetched) {}

    /** Content as a client got it. */
    record Heard(long position, String id, String from, What what) {}

    /** The positions after one, up to another. */
    record Span(long after, long through) {
        boolean covers(long position) {
            return position > after && position <= through;
        }
    }

    /** How far a client should have heard. */
    sealed interface End {
        /** It was in the room when all had settled: to the end of the log. */
        record Settled() implements End {}

        /** It was told that it is out, by an event at this position. */
        record PutOut(long position) implements End {}

        /** It found itself out when it came back: as far as it had come. */
        record Gone() implements End {}
    }
}
