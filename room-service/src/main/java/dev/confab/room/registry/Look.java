package dev.confab.room.registry;

import com.ibm.icu.text.SpoofChecker;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Visible;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a room's name looks like: two names of the same look can't be told apart, as when a Cyrillic letter stands for a
 * Latin one, or {@code rn} for {@code m}. It is the skeleton of Unicode's UTS 39, of the name as it is written and, since
 * names are the same in any case, of that folded; hashed, for it may be long.
 */
final class Look {
    private static final SpoofChecker SKELETONS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private Look() {}

    static String of(RoomName name) {
        String written = SKELETONS.getSkeleton(name.value());
        return hash(SKELETONS.getSkeleton(Visible.fold(written)));
    }

    private static String hash(String skeleton) {
        try {
            byte[] bytes = skeleton.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
