package dev.confab.outbox.database;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mysqlclient.MySQLException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means. */
public final class DatabaseFailure {
    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    /** Shutting down; too many connections, of all or of this user; killed. */
    private static final Set<Integer> SERVER_TROUBLE = Set.of(1053, 1040, 1203, 1927);

    private DatabaseFailure() {}

    /** A row with this key exists. */
    public static boolean isDuplicate(Throwable failure) {
        return anyCause(failure, cause -> errorCode(cause) == DUPLICATE_KEY);
    }

    /** Another transaction was preferred: the same one may succeed when it is run again. */
    static boolean isLostRace(Throwable failure) {
        return anyCause(failure, cause -> {
            int code = errorCode(cause);
            return code == DEADLOCK || code == LOCK_WAIT_TIMEOUT;
        });
    }

    /** The server can't be reached, does not answer, or turns connections away. */
    static boolean isUnavailable(Throwable failure) {
        return anyCause(failure, cause -> switch (cause) {
            case IOException _, TimeoutException _, java.util.concurrent.TimeoutException _ -> true;
            case SQLException refused -> isServerTrouble(refused.getSQLState(), refused.getErrorCode());
            case MySQLException refused -> isServerTrouble(refused.getSqlState(), refused.getErrorCode());
            // the pool's timeout is one without a stack trace, and without a type of its own
            case VertxException _, NoStackTraceThrowable _ -> true;
            default -> false;
        });
    }

    /** SQL states 08 are about the connection; the codes are those of a server that goes down or is full. */
    private static boolean isServerTrouble(@Nullable String state, int code) {
        return SERVER_TROUBLE.contains(code) || (state != null && state.startsWith("08"));
    }

    /** Hibernate passes the client's answers on as JDBC's. */
    private static int errorCode(Throwable failure) {
        return switch (failure) {
            case SQLException answer -> answer.getErrorCode();
            case MySQLException answer -> answer.getErrorCode();
            default -> 0;
        };
    }

    private static boolean anyCause(@Nullable Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
