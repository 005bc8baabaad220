package dev.confab.bench.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection to a service's schema, for loading and for the server's own counters. Not thread-safe. */
public final class Sql implements AutoCloseable {
    private static final String DIGITS =
            "(select 0 d union all select 1 union all select 2 union all select 3 union all "
                    + "select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";

    /** A query of as many rows, each with its number as {@code n}: for making rows out of nothing. */
    public static final String NUMBERS_BELOW_100_000 =
            "select a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as n from " + DIGITS + " a, " + DIGITS
                    + " b, " + DIGITS + " c, " + DIGITS + " e, " + DIGITS + " f";

    private final Connection connection;

    Sql(String url) {
        try {
            connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql.substring(0, Math.min(sql.length(), 200)), e);
        }
    }

    /** In one transaction. */
    public void inTransaction(Runnable work) {
        run("start transaction");
        work.run();
        run("commit");
    }

    /** Counters of the whole server whose names are like the pattern. */
    public Map<String, Long> counters(String pattern) {
        var counters = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show global status like '" + pattern + "'")) {
            while (rows.next()) {
                counters.put(rows.getString(1), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counters;
    }

    /** Rows that the server has read from tables and indexes so far, for whomever. */
    public long rowsRead() {
        return counters("Handler_read%").entrySet().stream()
                .filter(counter -> !counter.getKey().endsWith("_retry"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Statements that the server has carried out so far, for whomever. */
    public long statements() {
        return counters("Questions").getOrDefault("Questions", 0L);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is gone already
        }
    }
}
