package dev.confab.systemtests.fences;

import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.ReplicatedTest;
import java.time.Duration;
import org.junit.jupiter.api.Order;

/** The gateway runs, and can't reach Kafka. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class CutOffGatewayTest extends UnawareGateway {
    CutOffGatewayTest() {
        super(2, Duration.ofSeconds(17));
    }

    @Override
    void loseTouch(TestStack stack) {
        stack.cut("gateway-2", "kafka");
    }

    @Override
    void getInTouch(TestStack stack) {
        stack.mend("gateway-2", "kafka");
    }
}
