package dev.confab.systemtests.deployment;

import static dev.confab.systemtests.deployment.Manifests.CHECKOUT;
import static dev.confab.systemtests.deployment.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} and the Dockerfile, held against the services and against each other. */
class ComposeTest {
    private static final String HTTP = Promises.ofImage("QUARKUS_HTTP_PORT");
    private static final JsonNode COMPOSE =
            new ObjectMapper().valueToTree(new Yaml().load(Promises.read("docker-compose.yml")));
    private static final List<String> MIGRATIONS =
            List.of("migrate-auth", "migrate-room", "migrate-message", "migrate-media");

    static Stream<String> services() {
        return Promises.SERVICES.stream();
    }

    static Stream<String> ours() {
        return Stream.concat(services(), MIGRATIONS.stream());
    }

    static Stream<String> everything() {
        return COMPOSE.path("services").properties().stream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldBuildEveryServiceFromItsModule(String service) {
        assertThat(service(service).at("/build/args/SERVICE").asText()).isEqualTo(service);
        assertThat(service(service).path("image").asText()).isEqualTo("confab/" + service);
        assertThat(CHECKOUT.resolve(service).resolve("pom.xml")).exists();
        assertThat(Promises.read("Dockerfile")).contains(service);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void shouldHardenEveryContainer(String container) {
        JsonNode it = service(container);
        assertThat(it.path("read_only").asBoolean()).isTrue();
        assertThat(list(it.path("cap_drop"))).extracting(JsonNode::asText).containsExactly("ALL");
        assertThat(it.has("cap_add") || it.path("privileged").asBoolean()).isFalse();
        assertThat(list(it.path("security_opt"))).extracting(JsonNode::asText).contains("no-new-privileges:true");
        assertThat(it.path("mem_limit").asText()).isNotEmpty();
        assertThat(it.path("pids_limit").asInt()).isPositive();
        if (it.path("image").asText().startsWith("confab/")) {
            assertThat(Promises.read("Dockerfile")).contains("USER 10001:10001");
        } else {
            assertThat(it.path("user").asText()).matches("[1-9]\\d*:[1-9]\\d*");
            assertThat(it.at("/healthcheck/test").isArray()).isTrue();
        }
    }

    @Test
    void shouldKeepKafkaAndTheDatabaseInNetworksThatLeadNowhereElse() {
        assertThat(networks("kafka")).containsExactly("inner");
        assertThat(networks("mysql")).containsExactly("database");
        assertThat(everything()).allSatisfy(container -> {
            boolean isEntrance = container.equals("entrance");
            assertThat(service(container).has("ports")).as(container).isEqualTo(isEntrance);
            assertThat(networks(container)).as(container).isNotEmpty();
            assertThat(networks(container).stream()
                            .filter(network -> !COMPOSE.at("/networks/" + network + "/internal")
                                    .asBoolean()))
                    .as(container)
                    .containsExactlyElementsOf(isEntrance ? List.of("outside") : List.of());
        });
        // who is reached from outside reaches no more than gateways, and gateways no database
        assertThat(networks("entrance")).containsExactlyInAnyOrder("outside", "front");
        assertThat(everything().filter(container -> networks(container).contains("front")))
                .containsExactlyInAnyOrder("entrance", "gateway");
        assertThat(networks("gateway")).containsExactlyInAnyOrder("front", "inner");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void shouldSetVariablesThatExist(String service) {
        assertThat(environment(service).keySet()).isSubsetOf(Promises.variables());
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldPointToServicesThatExist(String service) {
        environment(service).forEach((key, value) -> {
            if (key.matches("CONFAB_.*_URL")) {
                URI url = URI.create(value);
                assertThat(COMPOSE.path("services").has(url.getHost()))
                        .as(value)
                        .isTrue();
                assertThat(url.getPort()).as(value).isEqualTo(Integer.parseInt(HTTP));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("ours")
    void shouldTakeSecretsFromFilesAlone(String service) {
        assertThat(environment(service).keySet()).noneMatch(key -> key.matches(".*(PASSWORD|SECRET).*"));
        assertThat(list(service(service).path("secrets")))
                .allSatisfy(secret -> {
                    assertThat(COMPOSE.path("secrets").has(secret.path("source").asText()))
                            .isTrue();
                    assertThat(Promises.keyNames())
                            .contains(secret.path("target").asText());
                })
                .extracting(secret -> secret.path("target").asText())
                .containsExactlyInAnyOrderElementsOf(Promises.secretsOf(service));
        assertThat(COMPOSE.path("secrets"))
                .allSatisfy(secret -> assertThat(Promises.read("docker/secrets"))
                        .contains(Path.of(secret.path("file").asText())
                                .getFileName()
                                .toString()));
        assertThat(Promises.read(".gitignore")).contains("/secrets/");
        assertThat(Promises.ofImage("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS")).isEqualTo("/run/secrets");
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldWaitForADrainToEnd(String service) {
        assertThat(Promises.seconds(service(service).path("stop_grace_period").asText()))
                .isGreaterThan(Promises.farewell());
    }

    @Test
    void shouldMigrateOnceBeforeTheServices() {
        for (String migration : MIGRATIONS) {
            String service = migration.substring("migrate-".length()) + "-service";
            assertThat(service(migration).path("image"))
                    .isEqualTo(service(service).path("image"));
            assertThat(environment(migration)).containsEntry("QUARKUS_INIT_AND_EXIT", "true");
            assertThat(environment(service))
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                    .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true");
            assertThat(service(service)
                            .at("/depends_on/" + migration + "/condition")
                            .asText())
                    .isEqualTo("service_completed_successfully");
        }
    }

    @Test
    void shouldPutTheEntranceInFrontOfTwoGateways() {
        assertThat(service("gateway").at("/deploy/replicas").asInt()).isEqualTo(2);
        assertThat(service("gateway").has("ports")).isFalse();
        assertThat(Promises.read("docker/haproxy.cfg"))
                .contains("gateway:" + HTTP)
                .contains("check port " + Promises.ofImage("QUARKUS_MANAGEMENT_PORT"))
                .contains("/q/health/ready");
    }

    @Test
    void shouldSayInEveryImageWhatItIsMadeOf() {
        assertThat(Promises.read("Dockerfile")).contains("package -Pbom").contains("/target/bom.json ./");
        assertThat(Promises.read("pom.xml"))
                .contains("<id>bom</id>", "<goal>makeBom</goal>", "<outputName>bom</outputName>");
    }

    @Test
    void shouldMountWhatIsThere() {
        assertThat(COMPOSE.path("services"))
                .allSatisfy(service -> list(service.path("volumes")).stream()
                        .map(volume -> volume.asText().split(":")[0])
                        .filter(source -> source.startsWith("./"))
                        .forEach(source -> assertThat(CHECKOUT.resolve(source)).exists()));
        for (String script : List.of("start", "train", "ready")) {
            assertThat(Files.isExecutable(CHECKOUT.resolve("docker").resolve(script)))
                    .as(script)
                    .isTrue();
            assertThat(Promises.read("Dockerfile")).contains("docker/" + script);
        }
    }

    private static List<String> networks(String container) {
        return list(service(container).path("networks")).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode service(String name) {
        JsonNode service = COMPOSE.path("services").path(name);
        assertThat(service.isObject()).as(name).isTrue();
        return service;
    }

    private static Map<String, String> environment(String service) {
        return new ObjectMapper()
                .convertValue(service(service).path("environment"), new TypeReference<Map<String, String>>() {});
    }
}
