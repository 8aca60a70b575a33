package io.milepost.reporting.read.mart.store;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Statements that a test says itself. */
final class Statements {
    private Statements() {}

    static void execute(DataSource database, String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static void vacuum(DataSource database, String table) throws SQLException {
        execute(database, "vacuum analyze " + table);
    }

    static long number(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }
}
