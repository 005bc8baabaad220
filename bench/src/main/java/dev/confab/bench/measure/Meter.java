package dev.confab.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** Measures processes from one moment to another. */
public final class Meter {
    private static final double TICKS = 100;
    private static final Set<Integer> IDLE_AND_IO_WAIT = Set.of(3, 4);
    /** Time of guests is counted in that of users already. */
    private static final int FIELDS = 8;

    private final Map<String, Long> pids;
    private final long driver;
    private final DoubleSupplier allocated;

    /** How things stood. */
    public record Moment(long nanos, Map<String, Double> cpu, double driver, double machine, double allocated) {}

    /**
     * @param pids of the processes whose time is measured, by name
     * @param driver whose time is neither theirs nor others'
     * @param allocated bytes that the gateway has allocated so far
     */
    public Meter(Map<String, Long> pids, long driver, DoubleSupplier allocated) {
        this.pids = Map.copyOf(pids);
        this.driver = driver;
        this.allocated = allocated;
    }

    public Moment now() {
        double bytes = allocated.getAsDouble();
        var cpu = new HashMap<String, Double>();
        pids.forEach((name, pid) -> cpu.put(name, ProcessStat.cpuSeconds(pid)));
        return new Moment(System.nanoTime(), cpu, ProcessStat.cpuSeconds(driver), machine(), bytes);
    }

    /** What was used since then. */
    public Usage since(Moment then) {
        return between(then, now());
    }

    static Usage between(Moment then, Moment now) {
        var cpu = new HashMap<String, Double>();
        now.cpu().forEach((name, seconds) -> cpu.put(name, seconds - then.cpu().getOrDefault(name, 0.0)));
        double known = cpu.values().stream().mapToDouble(Double::doubleValue).sum() + now.driver() - then.driver();
        return new Usage(
                (now.nanos() - then.nanos()) / 1e9,
                cpu,
                Math.max(0, now.machine() - then.machine() - known),
                now.allocated() - then.allocated());
    }

    private static double machine() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return busySeconds(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param line of all processors together in /proc/stat */
    static double busySeconds(String line) {
        var ticks = Arrays.stream(line.replaceFirst("cpu +", "").split(" +"))
                .mapToLong(Long::parseLong)
                .toArray();
        long busy = 0;
        for (int i = 0; i < FIELDS; i++) {
            busy += IDLE_AND_IO_WAIT.contains(i) ? 0 : ticks[i];
        }
        return busy / TICKS;
    }
}
