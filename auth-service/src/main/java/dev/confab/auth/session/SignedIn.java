package dev.confab.auth.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.confab.auth.account.AccountRow;
import dev.confab.auth.key.AccessToken;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import java.time.Instant;

/**
 * The answer to whoever has just proved to be somebody.
 *
 * @param expiresAt when the access token does
 * @param refreshCookie what goes into the cookie, and nowhere else
 * @param session for the log
 */
public record SignedIn(
        Username username,
        String displayName,
        RoomName lastRoom,
        String accessToken,
        Instant expiresAt,
        @JsonIgnore String refreshCookie,
        @JsonIgnore SessionId session) {

    static SignedIn of(AccountRow account, AccessToken access, RefreshToken refresh) {
        return new SignedIn(
                account.username(),
                account.displayName(),
                account.lastRoom(),
                access.value(),
                access.expiresAt(),
                refresh.toCookie(),
                refresh.session());
    }

    @Override
    public String toString() {
        return "SignedIn[" + username + "]";
    }
}
