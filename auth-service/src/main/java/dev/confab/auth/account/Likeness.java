package dev.confab.auth.account;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The username that a text looks like. Usernames are ASCII, so it is enough to fold what is not: compatibility forms,
 * accents and invisible characters go away, and letters of Cyrillic and Greek become the Latin ones that they look like.
 */
public final class Likeness {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{M}\\p{Cf}\\p{Z}]");
    private static final String FOREIGN = "абгеёзікорстухѕјһԁԛԝѵӏαβεικνορτυχγωϲϳɑɡıßŀłøđ";
    private static final String LATIN = "a6ree3ikopctyxsjhdqwvlabeikvoptuxywcjagisllod";

    static {
        if (FOREIGN.length() != LATIN.length()) {
            throw new IllegalStateException("each letter has one that it looks like");
        }
    }

    private Likeness() {}

    /** Empty if it looks like none. */
    public static Optional<Username> of(String text) {
        String plain = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            int known = FOREIGN.indexOf(letter);
            folded.append(known < 0 ? letter : LATIN.charAt(known));
        }
        try {
            return Optional.of(new Username(folded.toString()));
        } catch (ConfabException noUsername) {
            return Optional.empty();
        }
    }
}
