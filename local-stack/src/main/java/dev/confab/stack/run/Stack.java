package dev.confab.stack.run;

import dev.confab.stack.Checkout;
import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.database.EmbeddedDatabase;
import dev.confab.stack.database.ExternalDatabase;
import dev.confab.stack.database.Schema;
import dev.confab.stack.kafka.EmbeddedKafka;
import dev.confab.stack.kafka.ExternalKafka;
import dev.confab.stack.kafka.Login;
import dev.confab.stack.kafka.Provisioning;
import dev.confab.stack.process.ChildProcess;
import dev.confab.stack.process.Component;
import dev.confab.stack.process.Jvm;
import dev.confab.stack.process.Processes;
import dev.confab.stack.process.Progress;
import dev.confab.stack.service.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One run of everything: the database and Kafka first, then the services and gateways. The caller holds the folder's
 * lock. Stopping is possible at any time from any thread, also while the stack is starting.
 */
public final class Stack {
    private final StackPlan plan;
    private final DataFolder folder;
    private final Layout layout;
    private final Links links;
    private final Jvm jvm;
    private final EmbeddedKafka kafka;
    private final Secrets secrets;
    private final Doors doors;
    private final Processes processes;

    /** Settles all addresses; fails if a port that was asked for is taken. */
    public Stack(StackPlan plan, DataFolder folder, Progress progress) {
        this.plan = plan;
        this.folder = folder;
        this.secrets = new Secrets(folder);
        var ports =
                Ports.reusing(StackRecord.read(folder).map(StackRecord::ports).orElse(Map.of()));
        this.layout = Layout.settle(plan, ports, secrets);
        this.links = new Links(layout, plan.shape().linked(), ports);
        this.jvm = plan.shortLived() ? Jvm.shortLived(folder.temporary()) : Jvm.lasting(folder.temporary());
        this.doors = Doors.settle(plan, secrets, folder);
        this.kafka =
                new EmbeddedKafka(new Checkout(plan.checkout()), folder.root(), layout.nodes(), doors.guard(), jvm);
        this.processes = new Processes(
                folder.root(),
                folder.logs(),
                progress,
                children -> StackRecord.of(children).write(folder));
    }

    /** Fails if a database or Kafka was given and can't be used. */
    public void checkGiven() {
        plan.backing().database().ifPresent(server -> new ExternalDatabase(server).check());
        plan.backing().kafka().ifPresent(servers -> new ExternalKafka(servers).check());
    }

    /** Returns when everything is ready. What has been started stays if it fails: {@link #stop} ends it. */
    public void start() {
        links.open();
        startProcesses();
    }

    private void startProcesses() {
        processes.start(backing());
        provide();
        processes.start(services());
    }

    private void provide() {
        var provision = plan.shape().provision();
        if (!provision.isNone()) {
            new Provisioning(provision, List.copyOf(doors.accounts().values()))
                    .run(layout.kafka(), doors.owner().orElseThrow());
        }
    }

    /** Gateways, services, Kafka, database. */
    public void stop() {
        processes.close();
        layout.stopOrder().forEach(processes::stop);
        links.close();
    }

    /** Ends all processes at once, for data that nobody needs any more. */
    public void kill() {
        processes.close();
        processes.all().reversed().forEach(ChildProcess::kill);
        links.close();
    }

    /** The same processes again, on the same addresses and data. */
    public void restart() {
        layout.stopOrder().forEach(processes::stop);
        startProcesses();
    }

    /** One process of this stack. */
    public Processes processes() {
        return processes;
    }

    /** Those of its connections that can be cut. */
    public Links links() {
        return links;
    }

    public DatabaseUrl database() {
        return layout.database();
    }

    /** What a client needs to come to Kafka and do everything there; its addresses alone if it is not the stack's own. */
    public Map<String, String> kafka() {
        var settings = new HashMap<>(doors.owner().map(Login::plain).orElse(Map.of()));
        settings.put("bootstrap.servers", layout.kafka());
        return settings;
    }

    /** The same as one of the accounts, by its name. */
    public Map<String, Map<String, String>> kafkaAccounts() {
        var all = new HashMap<String, Map<String, String>>();
        doors.identity()
                .ifPresent(identity -> doors.accounts().forEach((name, login) -> {
                    var settings = new HashMap<>(login.scram(identity.certificate()));
                    settings.put("bootstrap.servers", layout.accountsServers());
                    all.put(name, settings);
                }));
        return all;
    }

    public List<Schema> schemas() {
        return layout.schemas();
    }

    /** Addresses of the services and gateways by process name; of replicas also the shared one, by the service's name. */
    public Map<String, String> urls() {
        var urls = new HashMap<String, String>();
        layout.urls().forEach((service, url) -> urls.put(service.module(), url));
        Stream.concat(layout.services().stream(), layout.gateways().stream())
                .forEach(process -> urls.put(process.name(), process.url()));
        return urls;
    }

    /** Addresses of their health and metrics, by process name too. */
    public Map<String, String> managementUrls() {
        var urls = new HashMap<String, String>();
        Stream.concat(layout.services().stream(), layout.gateways().stream())
                .forEach(process -> urls.put(process.name(), process.managementUrl()));
        return urls;
    }

    /** Takes away the schemas that this stack created on a server that was given. */
    public void dropSchemas() {
        plan.backing().database().ifPresent(server -> new ExternalDatabase(server).drop(layout.schemas()));
    }

    private List<Component> backing() {
        var components = new ArrayList<Component>();
        plan.backing()
                .database()
                .ifPresentOrElse(
                        server -> new ExternalDatabase(server).create(layout.schemas()),
                        () -> components.add(new EmbeddedDatabase(folder.root())
                                .prepare(target(), layout.database(), layout.schemas(), doors.identity())));
        components.addAll(kafka.prepare());
        return components;
    }

    private List<Component> services() {
        var wiring = layout.wiring(secrets, doors, folder.indexes(), folder.files());
        return Stream.concat(layout.services().stream(), layout.gateways().stream())
                .map(process ->
                        process.describe(plan.checkout(), jvm, links.wiring(process.name(), wiring), extra(process)))
                .toList();
    }

    private Map<String, String> extra(ServiceProcess process) {
        var extra =
                new HashMap<>(plan.environment().getOrDefault(process.service().module(), Map.of()));
        extra.putAll(plan.environment().getOrDefault(process.name(), Map.of()));
        return extra;
    }

    private Path target() {
        return plan.checkout().resolve("local-stack/target");
    }
}
