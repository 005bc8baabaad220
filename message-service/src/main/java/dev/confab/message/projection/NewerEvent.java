package dev.confab.message.projection;

/**
 * An event of a type that this version does not know: a newer one has written it. It is waited for, not stepped over, lest
 * history lack it for good.
 */
final class NewerEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerEvent(long position) {
        super("the event at %d is of a newer version, an upgrade is needed".formatted(position), null, false, false);
    }
}
