package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a room, which is also its identity: 1 to 50 characters (code points) after trimming, no control
 * characters. Two names are the same, and equal here, when they differ only in case or in Unicode compatibility form.
 *
 * <p>A key is no name that somebody could write: it may be longer, and begin or end with what is trimmed from those. Where
 * a room is known by its key, it is read with {@link #ofKey}.
 *
 * <p>Not a record, since it keeps its key: maps ask for that with each event, and folding it anew is slow.
 */
public final class RoomName {
    public static final int MAX_LENGTH = 50;
    /** Of the key, which the compatibility form of some characters makes up to 18 times as long as the name. */
    public static final int MAX_KEY_LENGTH = 250;
    /** The room that is always there, belongs to the system, and takes in whoever left another. */
    public static final RoomName MAIN = new RoomName("main");

    private final String value;
    private final String key;

    /** @throws ConfabException {@link ErrorCode#INVALID} or {@link ErrorCode#TOO_LONG} if the text is no such name */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomName(@Nullable String text) {
        value = text == null ? "" : text.strip();
        Limits.require(value, "room", MAX_LENGTH);
        if (value.codePoints().anyMatch(RoomName::isForbidden)) {
            throw new ConfabException(ErrorCode.INVALID, "A room name has no control characters.", "room");
        }
        key = fold(value);
        Limits.require(key, "room", MAX_KEY_LENGTH);
        if (key.isBlank()) {
            throw new ConfabException(ErrorCode.INVALID, "A room name has something to see.", "room");
        }
        if (key.equals(".") || key.equals("..")) {
            throw new ConfabException(ErrorCode.INVALID, "A room name stands in addresses, these dots can't.", "room");
        }
    }

    private RoomName(String value, String key) {
        this.value = value;
        this.key = key;
    }

    /**
     * The room that a record or a row names by its {@link #key()}, which is taken as it is; until its name is known it is
     * called by that.
     */
    public static RoomName ofKey(String key) {
        return new RoomName(key, key);
    }

    /**
     * For a room that is to be created; rooms that exist keep their names, whatever they are.
     *
     * @throws ConfabException {@link ErrorCode#INVALID} if there is nothing to see in the name, or it is not written as it
     *     looks; {@link ErrorCode#TOO_LONG} if what it is compared by is too long
     */
    public RoomName requireNew() {
        if (!Visible.isIn(value)) {
            throw new ConfabException(ErrorCode.INVALID, "A room name has something to see.", "name");
        }
        if (!key.equals(key.strip())) {
            throw new ConfabException(ErrorCode.INVALID, "A room name begins and ends with something to see.", "name");
        }
        if (value.codePoints().anyMatch(c -> turnsAround(c) || !isKnown(c))) {
            throw new ConfabException(ErrorCode.INVALID, "The name has a character that can't be used.", "name");
        }
        Limits.require(folded(), "name", MAX_KEY_LENGTH);
        return this;
    }

    /** What other names have that nobody tells from this one: {@link Visible#fold}. */
    public String folded() {
        return Visible.fold(value);
    }

    /** Embeddings, overrides and isolates of direction. */
    private static boolean turnsAround(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    /** How others are folded nobody knows yet, but for pictures, which always stay as they are. */
    private static boolean isKnown(int codePoint) {
        return Character.isDefined(codePoint) || Character.isExtendedPictographic(codePoint);
    }

    /** A room's name as a row holds it beside its key, whatever the rules for names are by now. */
    public static RoomName kept(String name, String key) {
        return new RoomName(name, key);
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** The name as it was first written, trimmed. */
    @JsonValue
    public String value() {
        return value;
    }

    /** The form in which names are compared, stored uniquely and used as keys of records. */
    public String key() {
        return key;
    }

    /** Any text as names are compared: to look for it in their keys. */
    public static String fold(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    public boolean isMain() {
        return equals(MAIN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoomName that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
