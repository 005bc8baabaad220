package dev.confab.bench.measure;

import java.util.Map;

/**
 * What processes used between two moments.
 *
 * @param cpu seconds of processor time by name of the process
 * @param others seconds of processor time that the machine spent on everything else
 * @param allocated bytes that the gateway allocated
 */
public record Usage(double seconds, Map<String, Double> cpu, double others, double allocated) {

    /** Seconds of processor time of all that belongs to the stack. */
    public double total() {
        return cpu.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double of(String process) {
        return cpu.getOrDefault(process, 0.0);
    }

    /** Microseconds of processor time of the whole stack for each of so many. */
    public double microsEach(long count) {
        return total() * 1e6 / count;
    }

    public double microsEach(String process, long count) {
        return of(process) * 1e6 / count;
    }
}
