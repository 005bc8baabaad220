package dev.confab.systemtests.fences;

import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.SystemTest;
import java.time.Duration;
import org.junit.jupiter.api.Order;

@SystemTest
@Order(Integer.MAX_VALUE)
class PausedGatewayTest extends UnawareGateway {
    PausedGatewayTest() {
        super(3, Duration.ofSeconds(4));
    }

    @Override
    void loseTouch(TestStack stack) {
        stack.pause("gateway-3");
    }

    @Override
    void getInTouch(TestStack stack) {
        stack.resume("gateway-3");
    }
}
