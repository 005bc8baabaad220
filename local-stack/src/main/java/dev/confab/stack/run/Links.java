package dev.confab.stack.run;

import dev.confab.stack.StackException;
import dev.confab.stack.link.Cut;
import dev.confab.stack.link.Link;
import dev.confab.stack.service.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connections that lead through this process: those that can be cut, and those to replicas. */
public final class Links implements AutoCloseable {
    private final Layout layout;
    private final Map<String, Detour> detours = new TreeMap<>();
    private final Map<String, Map<String, Link>> links = new HashMap<>();
    private final List<Link> balancers = new ArrayList<>();

    Links(Layout layout, Iterable<String> linked, Ports ports) {
        this.layout = layout;
        linked.forEach(process -> detours.put(process, Detour.settle(process, layout, ports)));
    }

    void open() {
        layout.balancers().values().forEach(way -> balancers.add(Link.open(way.port(), way.replicas())));
        detours.forEach((process, detour) -> {
            var own = new TreeMap<String, Link>();
            detour.ports()
                    .forEach((target, port) -> own.put(
                            target, Link.open(port, List.of(detour.targets().get(target)))));
            links.put(process, own);
        });
    }

    /** What a process is told of the rest. */
    Wiring wiring(String process, Wiring direct) {
        var detour = detours.get(process);
        return detour == null ? direct : detour.wiring(direct);
    }

    /** @param target name of a process or service; {@code kafka} for all brokers */
    public void cut(String process, String target, Cut how) {
        find(process, target).forEach(link -> link.cut(how));
    }

    public void mend(String process, String target) {
        find(process, target).forEach(Link::mend);
    }

    private List<Link> find(String process, String target) {
        var own = links.getOrDefault(process, Map.of());
        var found = own.entrySet().stream()
                .filter(link -> link.getKey().equals(target) || link.getKey().startsWith(target + "-"))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty()) {
            throw new StackException("there is no link from %s to %s, only %s"
                    .formatted(process, target, own.isEmpty() ? "from " + links.keySet() : "to " + own.keySet()));
        }
        return found;
    }

    @Override
    public void close() {
        balancers.forEach(Link::close);
        links.values().forEach(own -> own.values().forEach(Link::close));
    }
}
