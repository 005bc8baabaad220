package dev.confab.systemtests.deployment;

import static dev.confab.systemtests.deployment.Manifests.container;
import static dev.confab.systemtests.deployment.Manifests.list;
import static dev.confab.systemtests.deployment.Manifests.name;
import static dev.confab.systemtests.deployment.Manifests.pod;
import static dev.confab.systemtests.deployment.Manifests.ports;
import static dev.confab.systemtests.deployment.Manifests.selects;
import static dev.confab.systemtests.deployment.Manifests.template;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.Topic;
import dev.confab.systemtests.deployment.Manifests.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The overlays as they are rendered: hardened, wired as the services are, and patient with those that go. */
class KubernetesTest {
    private static final int HTTP = Integer.parseInt(Promises.ofImage("QUARKUS_HTTP_PORT"));
    private static final int MANAGEMENT = Integer.parseInt(Promises.ofImage("QUARKUS_MANAGEMENT_PORT"));

    static Stream<Manifests> overlays() {
        return Stream.of(Manifests.of("local"), Manifests.of("production"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldDeployEveryService(Manifests overlay) {
        assertThat(overlay.of(Kind.Deployment)
                        .map(workload -> workload.at("/metadata/name").asText()))
                .containsExactlyInAnyOrderElementsOf(Promises.SERVICES);
        assertThat(overlay.ours())
                .allSatisfy(workload -> assertThat(pod(workload).path("containers"))
                        .as(name(workload))
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldRestrictEveryPod(Manifests overlay) {
        assertThat(overlay.workloads()).allSatisfy(workload -> {
            JsonNode pod = pod(workload);
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(name(workload))
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt())
                    .as(name(workload))
                    .isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                    .as(name(workload))
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(name(workload))
                    .isFalse();
            assertThat(pod.has("hostNetwork")
                            || pod.has("hostPID")
                            || pod.toString().contains("hostPath"))
                    .as(name(workload))
                    .isFalse();
            JsonNode security = container(workload).path("securityContext");
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .as(name(workload))
                    .isFalse();
            assertThat(list(security.at("/capabilities/drop")))
                    .as(name(workload))
                    .extracting(JsonNode::asText)
                    .containsExactly("ALL");
            assertThat(container(workload).at("/resources/limits/memory").isTextual())
                    .as(name(workload))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldRunEverythingOnAReadOnlyRoot(Manifests overlay) {
        assertThat(overlay.workloads())
                .allSatisfy(workload -> assertThat(container(workload)
                                .at("/securityContext/readOnlyRootFilesystem")
                                .asBoolean())
                        .as(name(workload))
                        .isTrue());
        assertThat(overlay.ours())
                .hasSize(9)
                .allSatisfy(workload ->
                        assertThat(mounts(workload)).as(name(workload)).containsEntry("tmp", "/tmp"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldProbeWhereTheServicesAnswer(Manifests overlay) {
        assertThat(overlay.of(Kind.Deployment)).allSatisfy(workload -> {
            Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready")
                    .forEach((probe, path) -> {
                        JsonNode get = container(workload).path(probe).path("httpGet");
                        assertThat(get.path("path").asText()).as(name(workload)).isEqualTo("/q/health/" + path);
                        assertThat(portOf(workload, get.path("port")))
                                .as(name(workload))
                                .isEqualTo(MANAGEMENT);
                    });
            assertThat(ports(workload))
                    .extracting(port -> port.path("containerPort").asInt())
                    .containsExactly(HTTP, MANAGEMENT);
        });
        assertThat(overlay.of(Kind.StatefulSet))
                .allSatisfy(workload -> assertThat(container(workload).has("readinessProbe"))
                        .as(name(workload))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldWaitForADrainToEnd(Manifests overlay) {
        assertThat(overlay.of(Kind.Deployment)).allSatisfy(workload -> {
            int before =
                    container(workload).at("/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(before)
                    .as("time for everybody to know that it goes: " + name(workload))
                    .isGreaterThanOrEqualTo(3);
            assertThat(pod(workload).path("terminationGracePeriodSeconds").asLong())
                    .as(name(workload))
                    .isGreaterThanOrEqualTo(before + Promises.farewell().toSeconds() + 5);
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldReplaceOneAtATimeAndSpreadThem(Manifests overlay) {
        assertThat(overlay.of(Kind.Deployment)).allSatisfy(workload -> {
            JsonNode labels = template(workload).at("/metadata/labels");
            assertThat(workload.at("/spec/strategy/rollingUpdate/maxUnavailable")
                            .asInt(-1))
                    .as(name(workload))
                    .isZero();
            assertThat(overlay.of(Kind.PodDisruptionBudget)
                            .filter(budget -> selects(budget.at("/spec/selector"), labels)))
                    .as("budgets of " + name(workload))
                    .singleElement()
                    .satisfies(budget -> assertThat(
                                    budget.at("/spec/maxUnavailable").asInt())
                            .isEqualTo(1));
            assertThat(list(pod(workload).path("topologySpreadConstraints")))
                    .as(name(workload))
                    .allSatisfy(spread -> assertThat(selects(spread.path("labelSelector"), labels))
                            .isTrue())
                    .extracting(spread -> spread.path("topologyKey").asText())
                    .contains("kubernetes.io/hostname", "topology.kubernetes.io/zone");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldSelectPodsThatExist(Manifests overlay) {
        assertThat(overlay.workloads()
                        .filter(workload -> workload.at("/spec/selector").isObject()))
                .allSatisfy(workload -> assertThat(selects(
                                workload.at("/spec/selector"),
                                template(workload).at("/metadata/labels")))
                        .as(name(workload))
                        .isTrue());
        assertThat(overlay.of(Kind.Service)).isNotEmpty().allSatisfy(service -> {
            var behind = overlay.workloads()
                    .filter(workload -> service.at("/spec/selector").properties().stream()
                            .allMatch(label -> label.getValue()
                                    .equals(template(workload)
                                            .at("/metadata/labels")
                                            .path(label.getKey()))))
                    .toList();
            assertThat(behind).as(name(service)).hasSize(1);
            assertThat(list(service.at("/spec/ports"))).as(name(service)).allSatisfy(port -> {
                int target = portOf(behind.getFirst(), port.path("targetPort"));
                assertThat(target).isEqualTo(port.path("port").asInt()).isNotEqualTo(MANAGEMENT);
            });
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldLetNobodyTalkWhoNeedNot(Manifests overlay) {
        var policies = overlay.of(Kind.NetworkPolicy)
                .map(policy -> policy.path("spec"))
                .toList();
        assertThat(policies).as("a policy that denies everything to everybody").anySatisfy(policy -> {
            assertThat(policy.path("podSelector")).isEmpty();
            assertThat(list(policy.path("policyTypes")))
                    .extracting(JsonNode::asText)
                    .contains("Ingress", "Egress");
            assertThat(policy.has("ingress") || policy.has("egress")).isFalse();
        });
        assertThat(policies)
                .allSatisfy(policy -> Stream.of("ingress", "egress")
                        .flatMap(direction -> list(policy.path(direction)).stream())
                        .forEach(rule -> assertThat(rule.path("ports"))
                                .as("ports of a rule in " + policy)
                                .isNotEmpty()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldLetThoseTalkWhoMust(Manifests overlay) {
        for (String service : List.of("auth-service", "room-service", "message-service", "media-service")) {
            assertThat(reaches(overlay, "gateway", service, HTTP))
                    .as("gateway to " + service)
                    .isTrue();
            assertThat(reaches(overlay, service, "auth-service", HTTP))
                    .as(service + " to auth-service")
                    .isTrue();
        }
        assertThat(reaches(overlay, "media-service", "message-service", HTTP)).isTrue();
        assertThat(reaches(overlay, "room-service", "message-service", HTTP)).isFalse();
        assertThat(reaches(overlay, "message-service", "media-service", HTTP)).isFalse();
        assertThat(reaches(overlay, "migrate-auth", "auth-service", HTTP)).isFalse();
        for (String user : List.of(
                "auth-service",
                "room-service",
                "message-service",
                "media-service",
                "migrate-auth",
                "migrate-room",
                "migrate-message",
                "migrate-media")) {
            assertThat(sendsTo(overlay, user, 3306)).as(user + " to MySQL").isTrue();
        }
        assertThat(sendsTo(overlay, "gateway", 3306)).isFalse();
        for (String service : Promises.SERVICES) {
            assertThat(sendsTo(overlay, service, kafkaPort(overlay, service)))
                    .as(service + " to Kafka")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldSetVariablesThatExist(Manifests overlay) {
        var known = Promises.variables();
        assertThat(overlay.ours())
                .allSatisfy(
                        workload -> assertThat(environment(overlay, workload).keySet())
                                .as(name(workload))
                                .isSubsetOf(known));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldPointToServicesThatExist(Manifests overlay) {
        assertThat(overlay.of(Kind.Deployment))
                .allSatisfy(workload -> environment(overlay, workload).forEach((key, value) -> {
                    if (key.matches("CONFAB_.*_URL")) {
                        URI url = URI.create(value);
                        assertThat(overlay.of(Kind.Service)).as(key).anySatisfy(service -> {
                            assertThat(service.at("/metadata/name").asText()).isEqualTo(url.getHost());
                            assertThat(service.at("/spec/ports/0/port").asInt()).isEqualTo(url.getPort());
                        });
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldTakeSecretsFromFilesAlone(Manifests overlay) {
        assertThat(overlay.of(Kind.Secret)).isEmpty();
        assertThat(overlay.ours()).allSatisfy(workload -> {
            assertThat(environment(overlay, workload).keySet())
                    .as(name(workload))
                    .noneMatch(variable -> variable.matches(".*(PASSWORD|SECRET).*"));
            assertThat(mounts(workload))
                    .as(name(workload))
                    .containsEntry("secrets", Promises.ofImage("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS"));
            assertThat(pod(workload).findValuesAsText("path"))
                    .as(name(workload))
                    .filteredOn(path -> path.startsWith("confab.") && !path.equals("confab.kafka.password"))
                    .containsExactlyInAnyOrderElementsOf(
                            Promises.secretsOf(workload.at("/metadata/name").asText()))
                    .isSubsetOf(Promises.keyNames());
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void shouldMigrateOnceAndNotInEveryReplica(Manifests overlay) {
        for (String service : List.of("auth", "room", "message", "media")) {
            assertThat(overlay.of(Kind.Job)).as(service).anySatisfy(job -> {
                assertThat(job.at("/metadata/name").asText()).isEqualTo("migrate-" + service);
                assertThat(container(job).path("image")).isEqualTo(imageOf(overlay, service + "-service"));
                assertThat(environment(overlay, job))
                        .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                        .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                        .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "false");
            });
        }
        assertThat(overlay.of(Kind.Deployment))
                .allSatisfy(workload -> assertThat(environment(overlay, workload))
                        .as(name(workload))
                        .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                        .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true")
                        .doesNotContainKey("QUARKUS_INIT_AND_EXIT"));
    }

    @Test
    void shouldScaleWhatIsThere() {
        // given
        var production = Manifests.of("production");
        // then
        assertThat(production.of(Kind.HorizontalPodAutoscaler)).hasSize(2).allSatisfy(scaler -> {
            String target = scaler.at("/spec/scaleTargetRef/name").asText();
            assertThat(production.of(Kind.Deployment))
                    .filteredOn(
                            workload -> workload.at("/metadata/name").asText().equals(target))
                    .singleElement()
                    .satisfies(workload -> assertThat(workload.at("/spec").has("replicas"))
                            .as("a count that fights with the autoscaler")
                            .isFalse());
        });
    }

    @Test
    void shouldOpenToTheWorldWhatClientsUseAndNothingElse() {
        // given
        var production = Manifests.of("production");
        // when
        var rules = production
                .of(Kind.HTTPRoute)
                .flatMap(route -> list(route.at("/spec/rules")).stream())
                .toList();
        // then
        assertThat(rules)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(list(rule.path("backendRefs"))).allSatisfy(backend -> {
                    assertThat(backend.path("name").asText()).isEqualTo("gateway");
                    assertThat(backend.path("port").asInt()).isEqualTo(HTTP);
                }));
        assertThat(rules)
                .filteredOn(rule -> rule.findValuesAsText("value").contains("/ws"))
                .singleElement()
                .satisfies(rule ->
                        assertThat(rule.at("/timeouts/request").asText()).isEqualTo("0s"));
    }

    @Test
    void shouldKeepEveryMessageOnTwoBrokersAtLeast() {
        JsonNode kafka = kafka(Kind.Kafka).findFirst().orElseThrow();
        assertThat(kafka.at("/spec/kafka/config/unclean.leader.election.enable").asBoolean(true))
                .isFalse();
        assertThat(kafka.at("/spec/kafka/config/auto.create.topics.enable").asBoolean(true))
                .isFalse();
        assertThat(kafka(Kind.KafkaTopic)).allSatisfy(topic -> {
            assertThat(topic.at("/spec/replicas").asInt()).as(name(topic)).isEqualTo(3);
            assertThat(topic.at("/spec/config/min.insync.replicas").asInt())
                    .as(name(topic))
                    .isEqualTo(name(topic).endsWith(Topic.PRESENCE.topicName()) ? 1 : 2);
        });
    }

    @Test
    void shouldMakeEveryTopicAsTheServicesWould() {
        assertThat(kafka(Kind.KafkaTopic))
                .extracting(topic -> topic.at("/metadata/name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Topic.values()).map(Topic::topicName).toList());
        for (Topic topic : Topic.values()) {
            JsonNode made = kafka(Kind.KafkaTopic)
                    .filter(one -> one.at("/metadata/name").asText().equals(topic.topicName()))
                    .findFirst()
                    .orElseThrow();
            JsonNode config = made.at("/spec/config");
            assertThat(config.path("cleanup.policy").asText())
                    .as(topic.topicName())
                    .isEqualTo(topic.cleanup().name().toLowerCase(Locale.ROOT));
            assertThat(
                            config.has("retention.ms")
                                    ? Optional.of(config.path("retention.ms").asLong())
                                    : Optional.empty())
                    .as(topic.topicName())
                    .isEqualTo(topic.retention().map(Duration::toMillis));
            assertThat(config.path("message.timestamp.type").asText())
                    .as(topic.topicName())
                    .isEqualTo("LogAppendTime");
            assertThat(made.at("/spec/partitions").asInt())
                    .as(topic.topicName())
                    .isEqualTo(topic == Topic.ROOMS ? 64 : 1);
        }
        assertThat(Manifests.of("production").of(Kind.Deployment))
                .allSatisfy(workload -> assertThat(environment(Manifests.of("production"), workload))
                        .containsEntry("CONFAB_TOPICS_CREATE", "false")
                        .containsEntry("CONFAB_TOPICS_PARTITIONS", "64"));
    }

    @Test
    void shouldComeToKafkaWithAnAccountAndToBothByTls() {
        // given
        var production = Manifests.of("production");
        JsonNode kafka = kafka(Kind.Kafka).findFirst().orElseThrow();
        // then
        assertThat(list(kafka.at("/spec/kafka/listeners"))).singleElement().satisfies(listener -> {
            assertThat(listener.path("tls").asBoolean()).isTrue();
            assertThat(listener.at("/authentication/type").asText()).isEqualTo("scram-sha-512");
        });
        assertThat(kafka.at("/spec/kafka/authorization/type").asText()).isEqualTo("simple");
        assertThat(kafka.at("/spec/kafka/authorization").has("superUsers")).isFalse();
        assertThat(kafka.at("/spec/entityOperator").has("userOperator")).isTrue();
        assertThat(kafka.at("/spec/entityOperator").has("topicOperator")).isTrue();
        assertThat(production.of(Kind.Deployment)).hasSize(5).allSatisfy(workload -> {
            String service = workload.at("/metadata/name").asText();
            JsonNode user = kafka(Kind.KafkaUser)
                    .filter(one -> one.at("/metadata/name").asText().equals(service))
                    .findFirst()
                    .orElseThrow();
            assertThat(user.at("/spec/authentication/type").asText()).isEqualTo("scram-sha-512");
            assertThat(list(container(workload).path("env")))
                    .filteredOn(entry -> entry.path("name").asText().equals("CONFAB_KAFKA_USERNAME"))
                    .singleElement()
                    .satisfies(entry -> assertThat(
                                    entry.at("/valueFrom/fieldRef/fieldPath").asText())
                            .isEqualTo("metadata.labels['app.kubernetes.io/name']"));
            assertThat(template(workload)
                            .at("/metadata/labels")
                            .path("app.kubernetes.io/name")
                            .asText())
                    .isEqualTo(service);
            assertThat(secretFiles(workload))
                    .as("the password of its own account, and of no other")
                    .filteredOn(file -> file.endsWith("confab.kafka.password"))
                    .containsExactly(user.at("/spec/authentication/password/valueFrom/secretKeyRef/name")
                                    .asText() + " confab.kafka.password");
        });
        assertThat(production.ours()).allSatisfy(workload -> {
            assertThat(environment(production, workload))
                    .containsEntry("CONFAB_KAFKA_CERTIFICATES", "/run/trusted/kafka.pem")
                    .containsEntry("CONFAB_DATABASE_CERTIFICATES", "/run/trusted/mysql.pem");
            assertThat(mounts(workload)).containsEntry("trusted", "/run/trusted");
            assertThat(pod(workload).findValuesAsText("path")).contains("kafka.pem", "mysql.pem");
        });
    }

    private static Stream<JsonNode> kafka(Kind kind) {
        return Manifests.of("production/kafka").of(kind);
    }

    /** Where a service finds Kafka. */
    private static int kafkaPort(Manifests overlay, String service) {
        JsonNode deployment = overlay.of(Kind.Deployment)
                .filter(workload -> workload.at("/metadata/name").asText().equals(service))
                .findFirst()
                .orElseThrow();
        String servers = environment(overlay, deployment).get("KAFKA_BOOTSTRAP_SERVERS");
        return Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
    }

    /** Of each file among the secrets: the secret, and as what it is mounted. */
    private static List<String> secretFiles(JsonNode workload) {
        return pod(workload).findValues("secret").stream()
                .flatMap(secret -> list(secret.path("items")).stream()
                        .map(item -> secret.path("name").asText() + " "
                                + item.path("path").asText()))
                .toList();
    }

    private static JsonNode imageOf(Manifests overlay, String deployment) {
        return overlay.of(Kind.Deployment)
                .filter(workload -> workload.at("/metadata/name").asText().equals(deployment))
                .map(workload -> container(workload).path("image"))
                .findFirst()
                .orElseThrow();
    }

    /** What the container is given, its ConfigMap included; values that are filled in at run time are empty. */
    private static Map<String, String> environment(Manifests overlay, JsonNode workload) {
        var all = new TreeMap<String, String>();
        for (JsonNode source : list(container(workload).path("envFrom"))) {
            String map = source.at("/configMapRef/name").asText();
            var found = overlay.of(Kind.ConfigMap)
                    .filter(config -> config.at("/metadata/name").asText().equals(map))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no ConfigMap " + map));
            found.path("data")
                    .properties()
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        }
        list(container(workload).path("env"))
                .forEach(entry ->
                        all.put(entry.path("name").asText(), entry.path("value").asText()));
        return all;
    }

    private static Map<String, String> mounts(JsonNode workload) {
        var mounts = new TreeMap<String, String>();
        list(container(workload).path("volumeMounts"))
                .forEach(mount -> mounts.put(
                        mount.path("name").asText(), mount.path("mountPath").asText()));
        return mounts;
    }

    /** The number of a port that is named by its number or its name. */
    private static int portOf(JsonNode workload, JsonNode port) {
        return ports(workload).stream()
                .filter(known -> known.path("name").equals(port)
                        || known.path("containerPort").equals(port))
                .findFirst()
                .map(known -> known.path("containerPort").asInt())
                .orElseThrow(() -> new AssertionError(name(workload) + " has no port " + port));
    }

    private static boolean reaches(Manifests overlay, String from, String to, int port) {
        return rules(overlay, from, "egress").anyMatch(rule -> opens(rule, "to", labels(overlay, to), port))
                && rules(overlay, to, "ingress").anyMatch(rule -> opens(rule, "from", labels(overlay, from), port));
    }

    private static boolean sendsTo(Manifests overlay, String from, int port) {
        return rules(overlay, from, "egress").anyMatch(rule -> hasPort(rule, port));
    }

    private static Stream<JsonNode> rules(Manifests overlay, String workload, String direction) {
        JsonNode labels = labels(overlay, workload);
        return overlay.of(Kind.NetworkPolicy)
                .map(policy -> policy.path("spec"))
                .filter(policy -> selects(policy.path("podSelector"), labels))
                .flatMap(policy -> list(policy.path(direction)).stream());
    }

    private static boolean opens(JsonNode rule, String side, JsonNode labels, int port) {
        return hasPort(rule, port)
                && list(rule.path(side)).stream()
                        .anyMatch(peer -> peer.has("podSelector") && selects(peer.path("podSelector"), labels));
    }

    private static boolean hasPort(JsonNode rule, int port) {
        return list(rule.path("ports")).stream()
                .anyMatch(open -> open.path("port").asInt() == port);
    }

    private static JsonNode labels(Manifests overlay, String workload) {
        return overlay.workloads()
                .filter(known -> known.at("/metadata/name").asText().equals(workload))
                .map(known -> template(known).at("/metadata/labels"))
                .findFirst()
                .orElseThrow();
    }
}
