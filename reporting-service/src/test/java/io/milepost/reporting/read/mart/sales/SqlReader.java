package io.milepost.reporting.read.mart.sales;

import com.zaxxer.hikari.HikariDataSource;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.read.mart.Fed;
import io.milepost.reporting.read.mart.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A database of a mart, and a login that is a member of {@code mart_reader} and nothing else. */
final class SqlReader {
    static final String LOGIN = "analyst";

    final HikariDataSource database = new HikariDataSource();
    private final String uri = Postgres.uri();

    SqlReader() {
        database.setJdbcUrl(uri);
        database.setMaximumPoolSize(2);
    }

    /** Once the mart is there; logins are the server's, so another test may have created it. */
    void create() throws SQLException {
        execute(
                "do $$ begin create role %s login in role mart_reader; exception when duplicate_object then null; end $$"
                        .formatted(LOGIN));
    }

    void close() {
        database.close();
    }

    /** Random stories around today, some of days to come. */
    static void feed(Fed fed, long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Inbound>();
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(80);
        SalesLawsTest.places(first, events, random);
        for (int deal = 0; deal < 60; deal++) {
            SalesLawsTest.story(first, new UUID(seed, deal), events, random);
        }
        fed.take(events, random);
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection login() throws SQLException {
        return login(LOGIN);
    }

    /** Of another login. */
    Connection login(String name) throws SQLException {
        return DriverManager.getConnection(uri.replace("user=postgres", "user=" + name));
    }

    List<List<Object>> select(String sql) throws SQLException {
        return rows(login(), sql);
    }

    static List<List<Object>> rows(Connection connection, String sql) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (found.next()) {
                var row = new ArrayList<Object>();
                for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
                    row.add(found.getObject(at));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
