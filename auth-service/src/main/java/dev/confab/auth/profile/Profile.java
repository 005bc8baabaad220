package dev.confab.auth.profile;

import dev.confab.auth.account.AccountRow;
import dev.confab.protocol.Username;

/**
 * What everybody may see of a user.
 *
 * @param displayName empty if just the username
 * @param bio may be empty
 * @param avatar names the picture, empty if there is none; changes with it
 */
record Profile(Username username, String displayName, String bio, String avatar) {
    static Profile of(AccountRow account) {
        return new Profile(account.username(), account.displayName(), account.bio(), account.avatar());
    }
}
