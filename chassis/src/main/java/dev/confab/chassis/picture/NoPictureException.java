package dev.confab.chassis.picture;

/** The bytes are no picture that is wanted. Carries no stack trace, being an answer. */
public final class NoPictureException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean tooLarge;

    NoPictureException(boolean tooLarge) {
        super(tooLarge ? "too many pixels" : "no whole picture", null, false, false);
        this.tooLarge = tooLarge;
    }

    /** Whether it has too many pixels; else it is not whole, or not of a kind that is wanted. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
