package dev.confab.auth.operator;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Operators. */
@ConfigMapping(prefix = "confab.operator")
public interface OperatorConfig {
    /**
     * What operators send as Confab-Operator to disable accounts: at least 32 characters. Without it nobody is an
     * operator.
     */
    Optional<String> secret();
}
