package dev.confab.chassis.hashing;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a password that somebody chooses is too easy to guess: short, common, a keyboard's row, or made of words that are
 * close at hand, as zxcvbn finds it. Takes milliseconds of processor time: on the {@link HashingPool} alone.
 */
public final class PasswordStrength {
    /** In characters (code points). */
    public static final int MIN_LENGTH = 8;

    /** Of zxcvbn's scale: a million guesses at least, which no throttle lets anybody make. */
    private static final int MIN_SCORE = 2;

    /** Code points that are looked at. What these are worth, the rest does not take away, and the time grows fast with them. */
    private static final int LOOKED_AT = 32;

    /** Different signs taken for letters. Each doubles the words that have to be looked up. */
    private static final int SIGNS = 6;

    private static final String LIKE_LETTERS = "4@8({[<369!|17105$+%2";
    private static final List<String> AT_HAND = List.of("confab", "chat", "room");
    private static final Zxcvbn JUDGE = new Zxcvbn();

    private PasswordStrength() {}

    /**
     * @param field as the password is named on the wire
     * @param atHand what an attacker tries first, such as the username
     * @throws ConfabException {@code invalid}, with a hint how to choose a better one
     */
    public static void require(String password, String field, String... atHand) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw new ConfabException(
                    ErrorCode.INVALID, "A password has at least " + MIN_LENGTH + " characters.", field);
        }
        Strength strength = JUDGE.measure(lookedAt(password), words(atHand));
        if (strength.getScore() < MIN_SCORE) {
            throw new ConfabException(
                    ErrorCode.INVALID, "This password is easy to guess. " + hint(strength.getFeedback()), field);
        }
    }

    private static List<String> words(String... atHand) {
        List<String> words = new ArrayList<>(AT_HAND);
        for (String word : atHand) {
            words.add(word);
            Stream.of(word.split("[ ._-]+", -1))
                    .filter(part -> part.length() > 2)
                    .forEach(words::add);
        }
        return words;
    }

    private static String hint(Feedback feedback) {
        String warning = feedback.getWarning();
        return warning.isEmpty() ? "Add another word or two." : warning + " Add another word or two.";
    }

    private static String lookedAt(String password) {
        Set<Integer> signs = new HashSet<>();
        StringBuilder cut = new StringBuilder();
        password.codePoints().limit(LOOKED_AT).forEach(character -> {
            boolean sign = LIKE_LETTERS.indexOf(character) >= 0;
            if (sign && signs.size() < SIGNS) {
                signs.add(character);
            }
            cut.appendCodePoint(sign && !signs.contains(character) ? '_' : character);
        });
        return cut.toString();
    }
}
