package dev.confab.auth.account;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import java.util.Set;

/** Names that mean something else in addresses, that services ask by, or that would seem to speak for the system. */
public final class ReservedNames {
    private static final Set<String> RESERVED = Set.of(".", "..", "me", "confab", "system", "media-service");

    private ReservedNames() {}

    public static boolean contains(Username username) {
        return RESERVED.contains(username.key());
    }

    public static void refuse(Username username) {
        if (contains(username)) {
            throw new ConfabException(ErrorCode.INVALID, "This username is reserved. Choose another.", "username");
        }
    }
}
