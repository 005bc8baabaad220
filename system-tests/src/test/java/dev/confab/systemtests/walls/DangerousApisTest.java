package dev.confab.systemtests.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no service does, so that nothing which somebody sends can end up in it. */
@Order(0)
class DangerousApisTest {
    private static final List<String> SERVED = List.of(
            "protocol",
            "chassis",
            "outbox",
            "auth-service",
            "room-service",
            "message-service",
            "media-service",
            "gateway");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(SERVED.stream()
                    .map(module -> Path.of("..", module, "target/classes"))
                    .toList());

    /** As the JDK is asked for one, on the spot or by a constant. */
    private static final Pattern ALGORITHM = Pattern.compile(
            "(?:(?:MessageDigest|Mac|Signature|Cipher|SecretKeyFactory|KeyPairGenerator)\\.getInstance\\(|ALGORITHM = )"
                    + "\"([^\"]+)\"");

    /** Which classes do it. */
    enum Danger {
        START_PROCESSES("java\\.lang\\.(Process|ProcessBuilder)"),
        READ_JAVA_OBJECTS("java\\.io\\.Object(In|Out)putStream|java\\.beans\\.XML(De|En)coder"),
        LOOK_UP_NAMES("javax\\.naming\\..*"),
        PARSE_XML("(javax\\.xml|org\\.xml|org\\.w3c)\\..*"),
        RUN_SCRIPTS_OR_TEMPLATES("(javax\\.script|javax\\.tools|io\\.quarkus\\.qute|jakarta\\.el)\\..*"),
        LEAVE_MANAGED_MEMORY("(sun\\.misc|java\\.lang\\.foreign)\\..*"),
        SEND_MAIL("(jakarta\\.mail|io\\.quarkus\\.mailer)\\..*");

        private final String classes;

        Danger(String classes) {
            this.classes = classes;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotBeUsed(Danger danger) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(danger.classes)
                .check(CLASSES);
    }

    @Test
    void shouldNotGuessWhatIsToBeUnguessable() {
        // who is sent away when is no secret
        noClasses()
                .that()
                .doNotHaveSimpleName("Drain")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)"
                        + "|java\\.util\\.random\\..*|org\\.apache\\.commons\\..*Random.*")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    @Test
    void shouldHashAndSignByWhatIsApproved() throws IOException {
        // when
        var named = new TreeSet<String>();
        for (String module : SERVED) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    ALGORITHM.matcher(Files.readString(file)).results().forEach(match -> named.add(match.group(1)));
                }
            }
        }
        // then
        assertThat(named).isNotEmpty().isSubsetOf("SHA-256", "HmacSHA256", "AES/GCM/NoPadding");
    }

    @ParameterizedTest
    @CsvSource({"java.lang.Runtime, exec", "com.fasterxml.jackson., activateDefaultTyping"})
    void shouldNotBeCalled(String owner, String method) {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        method + " of " + owner,
                        (JavaMethodCall call) -> call.getTargetOwner().getName().startsWith(owner)
                                && call.getName().equals(method)))
                .check(CLASSES);
    }

    @Test
    void shouldHaveReadEveryModule() {
        assertThat(SERVED)
                .allSatisfy(module -> assertThat(CLASSES)
                        .anyMatch(read ->
                                read.getPackageName().startsWith("dev.confab." + module.replace("-service", ""))));
    }
}
