/**
 * auth-service: accounts and sessions.
 *
 * <p>Start with {@link dev.confab.auth.credential} (register, login, password change), then {@link
 * dev.confab.auth.session} (what a sign-in is and how it ends) and {@link dev.confab.auth.key} (who signs its tokens).
 *
 * <p>Everything runs on event loops and returns {@code Uni}s, but for passwords, which {@link dev.confab.auth.password}
 * hashes on threads of its own.
 */
package dev.confab.auth;
