package dev.confab.systemtests.deployment;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An overlay as {@code kubectl kustomize} renders it. */
record Manifests(String overlay, List<JsonNode> objects) {
    static final Path CHECKOUT = Path.of("..");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    static Manifests of(String overlay) {
        return RENDERED.computeIfAbsent(overlay, Manifests::render);
    }

    private static Manifests render(String overlay) {
        assumeThat(minorVersion())
                .as("these tests need kubectl 1.27 or newer (no cluster): in PATH, or named by CONFAB_KUBECTL")
                .isGreaterThanOrEqualTo(27);
        String folder = CHECKOUT.resolve("k8s").resolve(overlay).toString();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(kubectl("kustomize", folder))) {
            return new Manifests(overlay, documents.readAll());
        } catch (IOException e) {
            throw new AssertionError(folder + " can't be rendered: " + e.getMessage(), e);
        }
    }

    /** That of the client, 0 if there is none. */
    private static int minorVersion() {
        try {
            JsonNode version = YAML.readTree(kubectl("version", "--client", "--output=json"));
            return Integer.parseInt(
                    version.at("/clientVersion/minor").asText("0").replaceAll("\\D", ""));
        } catch (IOException e) {
            return 0;
        }
    }

    private static String kubectl(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addFirst(Optional.ofNullable(System.getenv("CONFAB_KUBECTL")).orElse("kubectl"));
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(complaint);
        }
        return output;
    }

    Stream<JsonNode> of(Kind... kinds) {
        return objects.stream()
                .filter(object -> Stream.of(kinds)
                        .anyMatch(kind -> kind.name().equals(object.path("kind").asText())));
    }

    /** The kinds of objects that are looked into. */
    enum Kind {
        Deployment,
        StatefulSet,
        Job,
        Service,
        ConfigMap,
        Secret,
        PodDisruptionBudget,
        NetworkPolicy,
        HorizontalPodAutoscaler,
        Gateway,
        HTTPRoute,
        Kafka,
        KafkaTopic,
        KafkaUser
    }

    /** Everything that makes pods. */
    Stream<JsonNode> workloads() {
        return of(Kind.Deployment, Kind.StatefulSet, Kind.Job);
    }

    /** Pods of Confab's own images. */
    Stream<JsonNode> ours() {
        return workloads().filter(workload -> isOurs(container(workload)));
    }

    static boolean isOurs(JsonNode container) {
        return container.path("image").asText().matches("(.*/)?confab/.*");
    }

    static JsonNode template(JsonNode workload) {
        return workload.at("/spec/template");
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    /** The only one. */
    static JsonNode container(JsonNode workload) {
        return pod(workload).at("/containers/0");
    }

    static String name(JsonNode object) {
        return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
    }

    static List<JsonNode> list(JsonNode array) {
        var all = new ArrayList<JsonNode>();
        array.forEach(all::add);
        return all;
    }

    /** Whether a selector, of labels or of expressions {@code In}, takes an object with these labels. */
    static boolean selects(JsonNode selector, JsonNode labels) {
        boolean labelsMatch = selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
        return labelsMatch
                && list(selector.path("matchExpressions")).stream()
                        .allMatch(expression -> list(expression.path("values"))
                                .contains(labels.path(expression.path("key").asText())));
    }

    /** Every container port of the workload. */
    static List<JsonNode> ports(JsonNode workload) {
        return list(container(workload).path("ports"));
    }

    @Override
    public String toString() {
        return overlay;
    }
}
