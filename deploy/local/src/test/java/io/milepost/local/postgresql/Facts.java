package io.milepost.local.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * A table of numbers in a server, and what else is asked of it; each time over a connection of its own.
 *
 * @param login how to get in
 */
record Facts(Login login) {

    void createEmpty() throws SQLException {
        run("drop table if exists fact");
        run("create table fact (id integer primary key)");
    }

    void run(String statement) throws SQLException {
        try (Connection connection = login.open()) {
            connection.createStatement().execute(statement);
        }
    }

    String asked(String query) throws SQLException {
        try (Connection connection = login.open();
                ResultSet answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    Set<Integer> stored() throws SQLException {
        Set<Integer> stored = new HashSet<>();
        try (Connection connection = login.open();
                ResultSet facts = connection.createStatement().executeQuery("select id from fact")) {
            while (facts.next()) {
                stored.add(facts.getInt(1));
            }
        }
        return stored;
    }
}
