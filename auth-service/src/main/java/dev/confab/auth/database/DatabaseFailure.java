package dev.confab.auth.database;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.mysqlclient.MySQLException;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means. */
public final class DatabaseFailure {
    private static final int DUPLICATE_KEY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;

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
            case MySQLException refused -> isServerTrouble(refused);
            case IOException _, TimeoutException _, VertxException _ -> true;
            case java.util.concurrent.TimeoutException _ -> true;
            default -> isPoolTimeout(cause);
        });
    }

    /** SQL states 08 (connection) and, of the servers' own, those of going down and of being full. */
    private static boolean isServerTrouble(MySQLException failure) {
        String state = String.valueOf(failure.getSqlState());
        int code = failure.getErrorCode();
        return state.startsWith("08") || code == 1053 || code == 1040 || code == 1203 || code == 1927;
    }

    /** Vert.x has no type of its own for it. */
    private static boolean isPoolTimeout(Throwable failure) {
        return failure.getClass().getName().endsWith("NoStackTraceThrowable")
                && String.valueOf(failure.getMessage()).contains("Timeout");
    }

    private static int errorCode(Throwable failure) {
        return failure instanceof MySQLException answer ? answer.getErrorCode() : 0;
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
