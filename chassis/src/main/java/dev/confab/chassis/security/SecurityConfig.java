package dev.confab.chassis.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The log of what operators watch for attacks. */
@ConfigMapping(prefix = "confab.security")
public interface SecurityConfig {
    /**
     * Lines a minute about one kind of event of one address, or one user where no address is known. What is more is counted,
     * but not written, so that nobody can fill the disk.
     */
    @WithDefault("60")
    int linesPerMinute();

    /** For how many addresses and users lines are counted. */
    @WithDefault("10000")
    int sources();
}
