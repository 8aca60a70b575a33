package io.milepost.suite.alerts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** What an administrator can do to the mart's server by mistake. */
record MartHand(Map<String, String> login) {
    private static final String OWN = "/milepost";

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                login.get("MILEPOST_MART_URI").replace(OWN, database),
                login.get("MILEPOST_MART_USER"),
                login.get("MILEPOST_MART_PASSWORD"));
    }

    private void does(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    /** As after a failover to a standby: whoever connects may only read. */
    void close() throws SQLException {
        become("set default_transaction_read_only = on");
    }

    void open() throws SQLException {
        become("reset default_transaction_read_only");
    }

    private void become(String setting) throws SQLException {
        does(
                "/postgres",
                "alter database milepost " + setting,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'milepost'");
    }

    /** Three more open deals than there are, in one cell. */
    void change() throws SQLException {
        add("+ 3");
    }

    void changeBack() throws SQLException {
        add("- 3");
    }

    private void add(String what) throws SQLException {
        try (var connection = connect(OWN);
                var select = connection.createStatement();
                var found = select.executeQuery("select table_schema from information_schema.tables where table_name ="
                        + " 'opportunity_1_stock'")) {
            found.next();
            select.execute(
                    "update \"%s\".opportunity_1_stock set m_open = m_open %s".formatted(found.getString(1), what));
        }
    }
}
