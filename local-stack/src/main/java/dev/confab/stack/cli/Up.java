package dev.confab.stack.cli;

import dev.confab.stack.StackException;
import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.run.DataFolder;
import dev.confab.stack.run.Leftovers;
import dev.confab.stack.run.MakeCaches;
import dev.confab.stack.run.Stack;
import dev.confab.stack.run.StackLock;
import dev.confab.stack.run.StackPlan;
import dev.confab.stack.run.StackPlan.Backing;
import dev.confab.stack.run.StackPlan.Front;
import dev.confab.stack.run.StackPlan.Shape;
import dev.confab.stack.run.StackStatus;
import dev.confab.stack.run.Watch;
import dev.confab.stack.service.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds what changed, starts everything and stays until it is stopped. */
@Command(name = "up", description = "Build what changed, start everything; Ctrl-C or 'confab down' stops it.")
final class Up implements Callable<Integer> {
    @Mixin
    final DataOption data = new DataOption();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port of the first gateway; others take the next ones (default: ${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address the gateways listen on; 0.0.0.0 lets other machines in (default: ${DEFAULT-VALUE}).")
    String host = "";

    @Option(names = "--gateways", defaultValue = "1", paramLabel = "N", description = "How many (default: 1).")
    int gateways;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "MySQL 8.4+ or MariaDB to use instead of the embedded one, with an administrator's login: "
                    + "mysql://root:secret@127.0.0.1:3306")
    @Nullable
    String database;

    @Option(
            names = "--kafka",
            paramLabel = "SERVERS",
            description =
                    "Kafka to use instead of the embedded one; if it asks for an account, set CONFAB_KAFKA_USERNAME "
                            + "and CONFAB_KAFKA_PASSWORD, for TLS CONFAB_KAFKA_CERTIFICATES.")
    @Nullable
    String kafka;

    @Override
    public Integer call() throws InterruptedException {
        long began = System.nanoTime();
        var plan = plan();
        var folder = data.folder().open();
        var lock = StackLock.tryTake(folder).orElseThrow(() -> alreadyRunning(folder));
        try (lock) {
            new Leftovers(folder, DataOption::say).end();
            var stack = new Stack(plan, folder, DataOption::say);
            stack.checkGiven();
            new Freshness(plan.checkout(), folder).ensure();
            var caches = new MakeCaches(plan.checkout(), folder.temporary());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, caches), "stop"));
            DataOption.say("Starting…");
            stack.start();
            new Watch(stack.processes(), DataOption::say).begin();
            announce(stack, (System.nanoTime() - began) / 1e9);
            caches.start();
            new CountDownLatch(1).await();
            return 0;
        }
    }

    StackPlan plan() {
        if (gateways < 1 || port < 1 || port + gateways - 1 > 65_535) {
            throw new StackException("--gateways must be at least 1, and all their ports between 1 and 65535");
        }
        var schemas = Arrays.stream(Service.values())
                .flatMap(service -> service.schema().stream())
                .toList();
        return new StackPlan(
                DataOption.checkout().root(),
                new Backing(
                        Optional.ofNullable(database).map(DatabaseUrl::parse),
                        Optional.ofNullable(kafka),
                        schemas,
                        false),
                new Front(gateways, port, host),
                Shape.PLAIN,
                List.of(Service.values()),
                false,
                Map.of());
    }

    private static StackException alreadyRunning(DataFolder folder) {
        var status = StackStatus.of(folder);
        return new StackException(
                "Confab already runs with %s (pid %d, %s). Stop it: ./confab down; or run another: --data DIR --port N"
                        .formatted(folder.root(), status.launcher(), status.url()));
    }

    private static void announce(Stack stack, double seconds) {
        DataOption.say("");
        DataOption.say("Confab is ready after %.1f s: %s"
                .formatted(seconds, stack.urls().get("gateway-1")));
        stack.urls().entrySet().stream()
                .filter(url ->
                        url.getKey().startsWith("gateway") && !url.getKey().equals("gateway-1"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(url -> DataOption.say("  also at " + url.getValue()));
        DataOption.say("Ctrl-C stops it. In another terminal: ./confab status, ./confab logs -f");
    }

    private static void stop(Stack stack, MakeCaches caches) {
        DataOption.say("Stopping…");
        caches.stop();
        stack.stop();
        DataOption.say("Stopped.");
        System.out.flush();
    }
}
