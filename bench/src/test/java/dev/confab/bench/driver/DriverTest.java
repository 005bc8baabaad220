package dev.confab.bench.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Place;
import dev.confab.bench.driver.Order.Talk;
import dev.confab.bench.floor.Floor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The driver's process against the floor's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriverTest {
    private final Floor floor = new Floor();
    private final Driver driver = new Driver();

    @BeforeAll
    void aim() {
        driver.aimAt(floor.address(), TestKeys.of(TestKeys.pair()));
    }

    @AfterAll
    void end() {
        driver.close();
        floor.close();
    }

    @Test
    void shouldSeeEveryMessageArriveAtEverybodyInItsRoom() {
        // given
        var rooms = List.of(new Place("kitchen", "log", 0), new Place("garden", "log", 0));
        var connected = driver.connectAll(new Connect("people", 1, 20, rooms, 1, 5));
        // when
        var talked = driver.talk(new Talk("people", 1, 100, 0, "", 0));
        // then
        assertThat(connected.live()).isEqualTo(20);
        assertThat(talked.sent()).isGreaterThan(50);
        assertThat(talked.expected()).isEqualTo(10 * talked.sent());
        assertThat(talked.missing()).isZero();
        assertThat(talked.disordered()).isZero();
        assertThat(Latencies.decode(talked.each()).getTotalCount()).isEqualTo(talked.deliveries());
    }

    @Test
    void shouldExpectNothingOfThoseWhoHaveGone() {
        // given
        var room = List.of(new Place("cellar", "log", 0));
        driver.connectAll(new Connect("going", 100, 4, room, 1, 5));
        driver.connectAll(new Connect("staying", 200, 4, room, 1, 5));
        // when
        driver.disconnect("going");
        var talked = driver.talk(new Talk("staying", 0.5, 40, 0, "", 0));
        // then
        assertThat(talked.sent()).isPositive();
        assertThat(talked.expected()).isEqualTo(4 * talked.sent());
        assertThat(talked.missing()).isZero();
    }
}
