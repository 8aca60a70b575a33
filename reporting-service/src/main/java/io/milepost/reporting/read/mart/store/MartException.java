package io.milepost.reporting.read.mart.store;

import java.sql.SQLException;

/** PostgreSQL did not do what it was asked to; nothing of the transaction counts. */
public final class MartException extends RuntimeException {

    /** What a statement ends with that took longer than it may. */
    private static final String CANCELLED = "57014";

    public MartException(SQLException cause) {
        super("the mart failed with state " + cause.getSQLState(), cause);
    }

    /** Whether it was only too slow. */
    public boolean isTimeout() {
        return getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState());
    }
}
