package dev.confab.message.projection;

/** The stored position is not where this replica thought it was: somebody else has projected on. */
final class Superseded extends RuntimeException {
    Superseded(Run run) {
        super("partition %d does not stand at %d".formatted(run.partition(), run.from()), null, false, false);
    }
}
