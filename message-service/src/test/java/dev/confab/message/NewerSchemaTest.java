package dev.confab.message;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.confab.message.testing.ServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While an upgrade is rolled out, older replicas start on a schema that the newer version has migrated. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class NewerSchemaTest {
    @Inject
    Flyway flyway;

    @AfterEach
    void goBack() throws SQLException {
        change("DELETE FROM flyway_schema_history WHERE version = '999'");
    }

    @Test
    void shouldAcceptMigrationsOfTheNextVersion() throws SQLException {
        // given
        change(
                "INSERT INTO flyway_schema_history SELECT MAX(installed_rank) + 1, '999', 'next', 'SQL', 'V999__next.sql', 1,"
                        + " 'test', NOW(), 1, 1 FROM flyway_schema_history");
        // then
        assertThatCode(flyway::validate).doesNotThrowAnyException();
        assertThatCode(flyway::migrate).doesNotThrowAnyException();
    }

    private void change(String sql) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
