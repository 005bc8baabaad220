package dev.confab.auth.credential;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import java.util.Set;

/** Names that mean something else in addresses, or would seem to speak for the system. */
final class ReservedNames {
    private static final Set<String> RESERVED = Set.of(".", "..", "me", "confab", "system");

    private ReservedNames() {}

    static void refuse(Username username) {
        if (RESERVED.contains(username.key())) {
            throw new ConfabException(ErrorCode.INVALID, "This username is reserved. Choose another.", "username");
        }
    }
}
