package dev.confab.bench.scenario;

import dev.confab.bench.driver.Driver;
import dev.confab.bench.driver.Order.Connect;
import dev.confab.bench.driver.Order.Talk;
import dev.confab.bench.floor.Floor;
import dev.confab.bench.report.Plots;
import dev.confab.bench.stack.BenchStack;
import java.util.Optional;
import java.util.function.Consumer;

/** What the scenarios of one run share. Processes are started when they are first needed. */
public final class Run implements AutoCloseable {
    private static final String WARM_UP = "warm-up";
    private static final int WARM_UP_ROOMS = 50;
    private static final int WARM_UP_PEOPLE = 500;
    private static final int WARM_UP_PER_SECOND = 1_000;

    private final boolean quick;
    private final Consumer<String> progress;
    private final Plots plots = new Plots();
    private Optional<BenchStack> stack = Optional.empty();
    private Optional<Driver> driver = Optional.empty();
    private Optional<Floor> floor = Optional.empty();
    private int people = 1;

    /** @param quick whether everything is to be smaller and shorter */
    public Run(boolean quick, Consumer<String> progress) {
        this.quick = quick;
        this.progress = progress;
    }

    int size(int ifQuick, int full) {
        return quick ? ifQuick : full;
    }

    boolean isQuick() {
        return quick;
    }

    void say(String line) {
        progress.accept("  " + line);
    }

    public Plots plots() {
        return plots;
    }

    /** The number of the first of so many people whom nobody has met. */
    int newPeople(int count) {
        int first = people;
        people += count;
        return first;
    }

    BenchStack stack() {
        if (stack.isEmpty()) {
            say("starting the stack…");
            stack = Optional.of(BenchStack.start());
            say("warming it up…");
            warmUp();
        }
        return stack.get();
    }

    /** Much more talk than is measured, so that the JVMs have compiled what they are going to; in rooms of its own. */
    private void warmUp() {
        var places = stack().api().createRooms(WARM_UP, WARM_UP_ROOMS);
        driverOfStack()
                .connectAll(new Connect(WARM_UP, newPeople(WARM_UP_PEOPLE), WARM_UP_PEOPLE, places, 1, WARM_UP_ROOMS));
        driver().talk(new Talk(WARM_UP, size(10, 60), WARM_UP_PER_SECOND, 0, "", 0));
        driver().disconnect(WARM_UP);
    }

    Driver driver() {
        if (driver.isEmpty()) {
            driver = Optional.of(new Driver());
        }
        return driver.get();
    }

    /** The driver, aimed at the stack. */
    Driver driverOfStack() {
        driver().aimAt(stack().gateway(), stack().keys());
        return driver();
    }

    Floor floor() {
        if (floor.isEmpty()) {
            floor = Optional.of(new Floor());
        }
        return floor.get();
    }

    /** Ends the stack, so that another one has the machine to itself. */
    void endStack() {
        floor.ifPresent(Floor::close);
        driver.ifPresent(Driver::close);
        stack.ifPresent(BenchStack::close);
        floor = Optional.empty();
        driver = Optional.empty();
        stack = Optional.empty();
    }

    @Override
    public void close() {
        endStack();
    }
}
