package dev.confab.media.file;

import java.io.IOException;

/** More has come than may come. */
public final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
}
