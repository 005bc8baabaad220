package dev.confab.systemtests.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The five walls between and inside the modules. */
@Order(0)
class ModulesTest {
    private static final String[] DATABASE = {
        "java.sql..",
        "javax.sql..",
        "io.quarkus.hibernate..",
        "org.hibernate..",
        "io.vertx.sqlclient..",
        "io.vertx.mutiny.sqlclient..",
        "io.vertx.mysqlclient..",
        "io.vertx.mutiny.mysqlclient..",
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(Arrays.stream(Module.values()).map(Module::classes).toList());

    /** What is built; the package says which module a class belongs to. */
    enum Module {
        PROTOCOL("protocol", "protocol"),
        CHASSIS("chassis", "chassis"),
        OUTBOX("outbox", "outbox"),
        AUTH("auth-service", "auth"),
        ROOM("room-service", "room"),
        MESSAGE("message-service", "message"),
        MEDIA("media-service", "media"),
        GATEWAY("gateway", "gateway"),
        STACK("local-stack", "stack");

        private final String folder;
        private final String name;

        Module(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        Path classes() {
            return Path.of("..", folder, "target/classes");
        }

        String packages() {
            return "dev.confab." + name + "..";
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveReadEveryModule(Module module) {
        // when
        var read = CLASSES.that(resideInAPackage(module.packages()));
        // then
        assertThat(Files.isDirectory(module.classes())).isTrue();
        assertThat(read).isNotEmpty();
    }

    @Test
    void shouldKeepFrameworksOutOfTheProtocol() {
        noClasses()
                .that()
                .resideInAPackage(Module.PROTOCOL.packages())
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        Module.PROTOCOL.packages(),
                        "java..",
                        "javax.crypto..",
                        "org.jspecify..",
                        "com.fasterxml.jackson..",
                        "com.github.f4b6a3..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTH", "ROOM", "MESSAGE", "MEDIA", "GATEWAY", "STACK"})
    void shouldKeepModulesApart(Module module) {
        noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(module))
                .check(CLASSES);
    }

    @Test
    void shouldKeepTheSharedModulesBelowTheServices() {
        noClasses()
                .that()
                .resideInAnyPackage(Module.PROTOCOL.packages(), Module.CHASSIS.packages(), Module.OUTBOX.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others(Module.PROTOCOL))
                .check(CLASSES);
    }

    @Test
    void shouldLetOnlyStoresSeeTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Module.AUTH.packages(),
                        Module.ROOM.packages(),
                        Module.MESSAGE.packages(),
                        Module.MEDIA.packages(),
                        Module.GATEWAY.packages())
                .and()
                .haveNameNotMatching(".*(Store|Rows?)(\\$.*)?")
                .and()
                .resideOutsideOfPackage("..database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATABASE)
                .check(CLASSES);
    }

    @Test
    void shouldLetOnlyTheSocketPackageSeeTheWebSocketApi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.confab.gateway.socket..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus.websockets..", "jakarta.websocket..", "io.netty.handler.codec.http.websocketx..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveNoCyclesBetweenPackages(Module module) {
        slices().matching("dev.confab." + module.name + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static String[] others(Module module) {
        return Stream.of(Module.AUTH, Module.ROOM, Module.MESSAGE, Module.MEDIA, Module.GATEWAY, Module.STACK)
                .filter(other -> other != module)
                .map(Module::packages)
                .toArray(String[]::new);
    }
}
