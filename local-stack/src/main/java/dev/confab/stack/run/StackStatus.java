package dev.confab.stack.run;

import dev.confab.stack.database.DatabaseProbe;
import dev.confab.stack.kafka.KafkaProbe;
import dev.confab.stack.process.Probe;
import dev.confab.stack.service.HealthProbe;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How the stack in a data folder is.
 *
 * @param url where to go
 */
public record StackStatus(boolean running, String url, long launcher, List<ProcessStatus> processes) {

    /** @param pid 0 if it isn't running */
    public record ProcessStatus(String name, String address, long pid, Health health) {}

    /** What a process says of itself. */
    public enum Health {
        READY,
        NOT_READY,
        DOWN
    }

    /** Asks every process. */
    public static StackStatus of(DataFolder folder) {
        var record = StackRecord.read(folder);
        var launcher = record.flatMap(known -> known.launcher().find());
        return new StackStatus(
                launcher.isPresent(),
                record.flatMap(StackRecord::gateway)
                        .map(StackRecord.Entry::address)
                        .orElse(""),
                launcher.map(ProcessHandle::pid).orElse(0L),
                record.map(StackRecord::processes).orElse(List.of()).parallelStream()
                        .map(StackStatus::statusOf)
                        .toList());
    }

    /** All of it runs and is ready. */
    public boolean healthy() {
        return running && processes.stream().allMatch(process -> process.health() == Health.READY);
    }

    /** The launcher was killed and some of its processes weren't. */
    public boolean leftOver() {
        return !running && processes.stream().anyMatch(process -> process.health() != Health.DOWN);
    }

    private static ProcessStatus statusOf(StackRecord.Entry entry) {
        Optional<ProcessHandle> process = entry.find();
        Health health = process.isEmpty() ? Health.DOWN : probe(entry).answers() ? Health.READY : Health.NOT_READY;
        return new ProcessStatus(
                entry.name(), entry.address(), process.map(ProcessHandle::pid).orElse(0L), health);
    }

    private static Probe probe(StackRecord.Entry entry) {
        var uri = URI.create(entry.address());
        return switch (uri.getScheme()) {
            case "mysql" -> new DatabaseProbe(uri.getHost(), uri.getPort());
            case "kafka" -> new KafkaProbe(uri.getPort());
            default -> new HealthProbe(entry.management());
        };
    }
}
