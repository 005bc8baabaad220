package dev.confab.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Passwords of accounts. */
@ConfigMapping(prefix = "confab.passwords")
public interface PasswordsConfig {
    /** bcrypt's cost of new hashes: each step doubles the time. Existing hashes keep theirs until the next change. */
    @WithDefault("10")
    int cost();
}
