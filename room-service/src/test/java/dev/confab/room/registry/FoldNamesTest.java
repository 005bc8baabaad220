package dev.confab.room.registry;

import static dev.confab.room.testing.Person.roomNamed;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Rooms of a version that did not compare names by their looks. */
@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class FoldNamesTest {
    @Inject
    Flyway flyway;

    @Inject
    FoldNames foldNames;

    private final Person ann = Person.named("Ann");

    @Test
    void shouldKeepOlderRoomsThatLookTheSameAndLetNobodyAddAnother() throws Throwable {
        // given
        String number = roomNamed("");
        ann.creates("Straße" + number).statusCode(201);
        ann.creates("another" + number).statusCode(201);
        change("update room set name = 'STRASSE%1$s', name_key = 'strasse%1$s' where name = 'another%1$s'"
                .formatted(number));
        change("update room set folded = null, look = null where name like '%" + number + "'");
        // when
        VertxContextSupport.subscribeAndAwait(foldNames::foldAll);
        // then
        ann.looksAt("Straße" + number).statusCode(200).body("name", equalTo("Straße" + number));
        ann.looksAt("STRASSE" + number).statusCode(200).body("name", equalTo("STRASSE" + number));
        ann.creates("STRA\u1e9eE" + number).statusCode(409);
        ann.creates("Strasse\u200b" + number).statusCode(409);
    }

    private void change(String sql) throws SQLException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
