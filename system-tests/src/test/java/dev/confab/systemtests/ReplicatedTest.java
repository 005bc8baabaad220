package dev.confab.systemtests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a stack with several of what may be several: three gateways, two message-services, three brokers. Its methods
 * may take a {@link Confab}. They run after all others, since that stack is large and they leave nothing of it alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ReplicatedStackExtension.class)
public @interface ReplicatedTest {
    /** Orders of these tests: later than all others. */
    int LAST = Integer.MAX_VALUE - 1;

    int CHAOS = Integer.MAX_VALUE;
}
