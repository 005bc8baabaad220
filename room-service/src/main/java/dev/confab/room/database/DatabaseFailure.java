package dev.confab.room.database;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.function.Predicate;

/** What a failure says about the database. */
final class DatabaseFailure {
    private static final int DEADLOCK = 1213;

    private DatabaseFailure() {}

    /** A deadlock, of which this transaction was the victim. */
    static boolean isLostRace(Throwable failure) {
        return anyCause(
                failure, cause -> cause instanceof MySQLException refused && refused.getErrorCode() == DEADLOCK);
    }

    /** It did not answer, as opposed to: it answered that something is wrong. */
    static boolean isAway(Throwable failure) {
        return anyCause(failure, DatabaseFailure::isNoAnswer);
    }

    private static boolean isNoAnswer(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof IOException
                || cause instanceof NoStackTraceThrowable
                || (cause instanceof VertxException && !(cause instanceof DatabaseException));
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> test) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
