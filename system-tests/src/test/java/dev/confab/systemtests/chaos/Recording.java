package dev.confab.systemtests.chaos;

import java.util.List;

/** What the clients of a run did and were told. */
record Recording(List<Sent> sends, List<Stay> stays) {

    /** A message that somebody wanted in a room, and what they last knew of it. */
    record Sent(String room, String from, String id, Outcome outcome) {}

    /** What the sender knows. */
    sealed interface Outcome {
        /** The message is kept, at this position. */
        record Acknowledged(long position) implements Outcome {}

        /** It was refused for good, and nothing before had left that open. */
        record Refused(String code) implements Outcome {}

        /** It may be kept or not. */
        record Unknown() implements Outcome {}
    }

    /**
     * One client's time in one room, over any number of connections: from its first join until it was put out, or until
     * the end of the run.
     *
     * @param from the position of the first join; what came later is to be heard
     * @param end how far it should have heard
     * @param heard in the order in which the client got it, fetched history included
     */
    record Stay(String client, String room, long from, End end, List<Heard> heard) {}

    /** A message as a client got it. */
    record Heard(long position, String id, String from, String text) {}

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
