package dev.confab.message.projection;

import java.util.List;

/** The stored position is not where this replica thought it was: somebody else has projected on. */
final class Superseded extends RuntimeException {
    Superseded(List<Run> runs) {
        super(
                "not all partitions stand where these begin: "
                        + runs.stream().map(Superseded::place).toList(),
                null,
                false,
                false);
    }

    private static String place(Run run) {
        return "partition %d at %d".formatted(run.partition(), run.from());
    }
}
