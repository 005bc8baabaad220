package dev.confab.stack.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.confab.stack.StackException;
import dev.confab.stack.files.PrivateFile;
import dev.confab.stack.process.ChildProcess;
import dev.confab.stack.process.Component;
import dev.confab.stack.process.ProcessIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was started in a data folder, as {@code run/stack.json} says: for the other commands, and for the next launcher
 * if this one is killed. It stays when the stack is stopped; whether a process still runs is for its identity to say.
 *
 * @param processes in the order in which they were started
 */
public record StackRecord(Entry launcher, List<Entry> processes) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** @param started when the process began, RFC 3339 */
    public record Entry(String name, String address, String management, long pid, String started, String program) {
        /** Records of older launchers have no management address. */
        public Entry {
            management = Objects.requireNonNullElse(management, "");
        }

        static Entry of(Component component, ProcessIdentity identity) {
            return of(component.name(), component.address(), component.management(), identity);
        }

        static Entry of(String name, String address, String management, ProcessIdentity identity) {
            return new Entry(
                    name,
                    address,
                    management,
                    identity.pid(),
                    identity.started().toString(),
                    identity.program());
        }

        public Optional<ProcessHandle> find() {
            return new ProcessIdentity(pid, Instant.parse(started), program).find();
        }
    }

    static StackRecord of(List<ChildProcess> children) {
        var self = ProcessIdentity.of(ProcessHandle.current());
        return new StackRecord(
                Entry.of("launcher", "", "", self),
                children.stream()
                        .map(child -> Entry.of(child.component(), child.identity()))
                        .toList());
    }

    /** The record, if there is one that can be read. */
    public static Optional<StackRecord> read(DataFolder folder) {
        try {
            return Files.exists(folder.record())
                    ? Optional.of(JSON.readValue(folder.record().toFile(), StackRecord.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The first gateway: where browsers go. */
    Optional<Entry> gateway() {
        return processes.stream()
                .filter(entry -> entry.name().startsWith("gateway"))
                .findFirst();
    }

    void write(DataFolder folder) {
        try {
            PrivateFile.write(folder.record(), JSON.writeValueAsString(this) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new StackException("%s can't be written: %s".formatted(folder.record(), e.getMessage()), e);
        }
    }

    /** The ports that the processes had. */
    Map<String, Integer> ports() {
        var ports = new HashMap<String, Integer>();
        for (var entry : processes) {
            ports.put(entry.name(), URI.create(entry.address()).getPort());
            ports.put(managementOf(entry.name()), URI.create(entry.management()).getPort());
        }
        return ports;
    }

    /** What the management port of the process of this name is called among the ports. */
    static String managementOf(String process) {
        return process + " management";
    }
}
