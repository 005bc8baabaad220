package dev.confab.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.stack.database.DatabaseUrl;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackendsTest {
    private static final String SERVER = "confab.test.database";

    @Test
    void shouldUseASchemaOfItsOwnOnAServerThatIsGivenAndDropIt() throws SQLException {
        try (var server = StackProcess.start(Map.of("schema", "elsewhere"))) {
            System.setProperty(SERVER, server.value("database.url"));
            String url;
            try (var backends = Backends.start("confab_room")) {
                url = "jdbc:mariadb://%s:%d/%s?user=%s&password=%s"
                        .formatted(
                                backends.databaseHost(),
                                backends.databasePort(),
                                backends.databaseName(),
                                backends.username(),
                                backends.password());
                assertThat(backends.databaseName()).startsWith("confab_room_");
                DriverManager.getConnection(url).close();
            } finally {
                System.clearProperty(SERVER);
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void shouldLeaveNothingInTheDatabaseThatAFreshServerHas() throws SQLException {
        try (var server = StackProcess.start(Map.of("schema", "alone"))) {
            var admin = DatabaseUrl.parse(server.value("database.url"));
            var url = "jdbc:mariadb://%s:%d/mysql?user=%s&password=%s"
                    .formatted(admin.host(), admin.port(), admin.user(), admin.password());
            assertThat(column(url, "SELECT CONCAT(user, '@', host) FROM mysql.user"))
                    .containsExactlyInAnyOrder(
                            "root@localhost",
                            "root@127.0.0.1",
                            "alone@localhost",
                            "alone@127.0.0.1",
                            "PUBLIC@",
                            // locked: what the server's own views run as
                            "mariadb.sys@localhost");
            assertThat(
                            column(
                                    url,
                                    "SELECT user FROM mysql.user WHERE password = '' AND user NOT IN ('PUBLIC', 'mariadb.sys')"))
                    .as("users without a password")
                    .isEmpty();
            assertThat(column(url, "SHOW DATABASES"))
                    .containsExactlyInAnyOrder("alone", "information_schema", "mysql", "performance_schema", "sys");
            assertThat(column(url, "SELECT db FROM mysql.db")).containsOnly("alone");
            assertThat(column(url, "SELECT host FROM mysql.proxies_priv")).containsOnly("localhost");
        }
    }

    private static List<String> column(String url, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Test
    void shouldEndWhenTheTestsProcessIsKilled() throws Exception {
        var test = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackendsMain.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        assertThat(test.inputReader().readLine()).startsWith("127.0.0.1:");
        var started = test.descendants().toList();
        assertThat(started).hasSizeGreaterThanOrEqualTo(3);

        test.destroyForcibly();

        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
                .get(30, TimeUnit.SECONDS);
    }
}
