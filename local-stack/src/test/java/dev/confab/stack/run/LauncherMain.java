package dev.confab.stack.run;

import dev.confab.stack.Checkout;
import dev.confab.stack.run.StackPlan.Backing;
import dev.confab.stack.run.StackPlan.Front;
import dev.confab.stack.run.StackPlan.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A launcher of the database and Kafka alone, as a process that a test can kill. Says where they are, then stays. */
final class LauncherMain {
    private LauncherMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var folder = new DataFolder(Path.of(arguments[0])).open();
        try (var _ = StackLock.tryTake(folder).orElseThrow()) {
            new Leftovers(folder, System.err::println).end();
            var plan = new StackPlan(
                    Checkout.around(Path.of("")).root(),
                    new Backing(Optional.empty(), Optional.empty(), List.of("confab_room"), true),
                    new Front(0, 0, "127.0.0.1"),
                    Shape.PLAIN,
                    List.of(),
                    true,
                    Map.of());
            var stack = new Stack(plan, folder, System.err::println);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
            stack.start();
            var schema = stack.schemas().getFirst();
            System.out.println("jdbc:mariadb://127.0.0.1:%d/%s?user=%s&password=%s"
                    .formatted(stack.database().port(), schema.name(), schema.username(), schema.password()));
            System.out.println(stack.kafka().get("bootstrap.servers"));
            new CountDownLatch(1).await();
        }
    }
}
