package dev.confab.protocol;

/**
 * What {@link Topic#ACCOUNTS} holds of an account.
 *
 * @param displayName how the user wants to be called; empty if just by the username
 * @param avatar names the user's picture; empty if there is none
 * @param disabled a disabled account can't sign in or be written to
 */
public record Account(Username user, String displayName, String avatar, boolean disabled) {}
