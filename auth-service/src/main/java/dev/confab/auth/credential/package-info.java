/**
 * Proving to be somebody: {@link dev.confab.auth.credential.Register}, {@link dev.confab.auth.credential.Login}, {@link
 * dev.confab.auth.credential.ChangePassword}.
 */
package dev.confab.auth.credential;
