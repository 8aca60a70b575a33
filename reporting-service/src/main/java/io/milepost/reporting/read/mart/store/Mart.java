package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Transactions on the mart's database. */
public final class Mart {
    private final DataSource source;
    private final Duration patience;

    /** @param patience how long one statement of a reader may take */
    public Mart(DataSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /** What is done in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** What is done in a transaction and says nothing. */
    @FunctionalInterface
    public interface Task {
        void in(Connection connection) throws SQLException;
    }

    /** All of it or nothing. */
    public void write(Task task) {
        Work<Boolean> work = connection -> {
            task.in(connection);
            return true;
        };
        transaction(work, "");
    }

    /** All statements see the same moment; none waits longer than it may. */
    public <T> T read(Work<T> work) {
        return read(patience, work);
    }

    /** The same, where a statement may take as long as this. */
    public <T> T read(Duration longer, Work<T> work) {
        return transaction(
                work,
                "set transaction isolation level repeatable read read only; set local statement_timeout = "
                        + longer.toMillis());
    }

    /** All of it or nothing; says what came of it. */
    public <T> T change(Work<T> work) {
        return transaction(work, "");
    }

    private <T> T transaction(Work<T> work, String first) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                if (!first.isEmpty()) {
                    try (var statement = connection.createStatement()) {
                        statement.execute(first);
                    }
                }
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new MartException(e);
        }
    }
}
