package dev.confab.stack.process;

import java.util.List;
import java.util.Map;

/**
 * One process of the stack, described.
 *
 * @param name what the operator calls it: {@code database}, {@code kafka}, {@code room-service}, {@code gateway-1}
 * @param address where it is reached, as a URL
 * @param management where a service tells of itself, as a URL; empty for what is not a service
 * @param environment added to the launcher's own
 */
public record Component(
        String name,
        String address,
        String management,
        List<String> command,
        Map<String, String> environment,
        Probe probe) {
    public Component {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
