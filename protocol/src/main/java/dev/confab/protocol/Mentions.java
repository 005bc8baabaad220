package dev.confab.protocol;

import java.util.List;

/**
 * Whom a text names, as found by the gateway that appends it; readers never parse the text.
 *
 * @param people each once, as registered, {@value Content#MAX_MENTIONS} at most
 * @param everybody whether it names everybody in the stream
 */
public record Mentions(List<Username> people, boolean everybody) {
    public static final Mentions NONE = new Mentions(List.of(), false);

    public Mentions {
        people = List.copyOf(people);
    }
}
