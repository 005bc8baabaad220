package dev.confab.message.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowsTest {
    private final List<String> statements = new ArrayList<>();
    private final List<Object> parameters = new ArrayList<>();

    /** Takes down what it is to run. */
    private final Sql sql = new Sql() {
        @Override
        public Uni<RowSet<Row>> run(String statement, List<?> values) {
            statements.add(statement);
            parameters.addAll(values);
            return Uni.createFrom().nullItem();
        }
    };

    @Test
    void shouldInsertNothingWithoutAStatement() {
        // when
        insert(0);
        // then
        assertThat(statements).isEmpty();
    }

    @Test
    void shouldInsertAFewRowsWithOneStatement() {
        // when
        insert(2);
        // then
        assertThat(statements).containsExactly("insert into t (a, b) values (?, ?), (?, ?) tail");
        assertThat(parameters).containsExactly(0, "0", 1, "1");
    }

    @Test
    void shouldInsertManyRowsInOrder() {
        // when
        insert(3 * Rows.AT_ONCE);
        // then
        assertThat(statements).hasSize(3);
        assertThat(Set.copyOf(statements)).hasSize(1);
        assertThat(parameters)
                .isEqualTo(IntStream.range(0, 3 * Rows.AT_ONCE)
                        .boxed()
                        .flatMap(i -> Stream.of(i, Integer.toString(i)))
                        .toList());
    }

    @Test
    void shouldUseFewStatementsHoweverManyRowsThereAre() {
        // when
        IntStream.rangeClosed(1, 1_000).forEach(this::insert);
        // then
        assertThat(Set.copyOf(statements)).hasSize(9);
    }

    private void insert(int rows) {
        List<List<?>> all = IntStream.range(0, rows)
                .<List<?>>mapToObj(i -> List.of(i, Integer.toString(i)))
                .toList();
        Rows.insert(sql, "insert into t (a, b) values ", all, " tail").await().indefinitely();
    }
}
