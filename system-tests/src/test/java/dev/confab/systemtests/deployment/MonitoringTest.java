package dev.confab.systemtests.deployment;

import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.deployment.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.deployment.Manifests.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What dashboards, alerts and autoscalers ask for is what the running services tell. */
@SystemTest
class MonitoringTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:confab|jvm|http|process|kafka|system)_[a-z_]+");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)[ {]");

    @Test
    void shouldAskForMetricsThatAreThere(Confab confab) throws Exception {
        // given
        var alice = confab.person("alice");
        var client = confab.connect(alice).join("main");
        client.send("something to count");
        client.expect(message("something to count"));
        var served = new TreeSet<String>();
        for (String process : Set.of("auth-service", "room-service", "message-service", "media-service", "gateway-1")) {
            served.addAll(metricsOf(confab, process));
        }
        // then
        assertThat(metricsIn(Promises.read("docs/operations/dashboard.json")))
                .hasSizeGreaterThan(15)
                .isSubsetOf(served);
        assertThat(metricsIn(Promises.read("docs/operations/alerts.yaml")))
                .hasSizeGreaterThan(10)
                .isSubsetOf(served);
    }

    @Test
    void shouldScaleByWhatIsTold(Confab confab) {
        Map.of("gateway", "gateway-1", "message-service", "message-service").forEach((target, process) -> {
            // when
            var asked = Manifests.of("production")
                    .of(Kind.HorizontalPodAutoscaler)
                    .filter(scaler ->
                            scaler.at("/spec/scaleTargetRef/name").asText().equals(target))
                    .map(scaler -> scaler.at("/spec/metrics/0/pods/metric/name").asText())
                    .toList();
            // then
            assertThat(asked).hasSize(1);
            assertThat(metricsOf(confab, process)).containsAll(asked);
        });
    }

    @Test
    void shouldSayOfEachAlertHowUrgentItIs() throws Exception {
        // given
        JsonNode groups = new YAMLMapper()
                .readTree(Promises.read("docs/operations/alerts.yaml"))
                .path("groups");
        // then
        assertThat(list(groups.at("/0/rules"))).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
        });
    }

    private static Collection<String> metricsOf(Confab confab, String process) {
        String told = new Api(confab.stack().managementUrl(process))
                .get("/q/metrics")
                .expect(200)
                .bodyText();
        return all(SAMPLE, 1, told);
    }

    private static Set<String> metricsIn(String text) {
        return all(METRIC, 0, text);
    }

    private static Set<String> all(Pattern pattern, int group, String text) {
        var found = new TreeSet<String>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
