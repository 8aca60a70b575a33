package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema that readers of SQL know, and the roles that may read it and nothing else. */
final class SqlSchema {
    static final String NAME = "mart";
    /** Whoever is a member of it sees every row. */
    static final String READER = "mart_reader";

    /** Whoever is a member of it sees what the BI key sees whose id is the name of the login. */
    static final String KEY = "mart_key";

    /** What was there before: nobody waits for its readers, and nobody reads stale figures by mistake. */
    private static final String FORMER = "mart_former";

    private static final String OURS = "Milepost reports, views ";
    private static final Pattern MARK = Pattern.compile(OURS + "([0-9a-f]{8})");
    private static final Logger LOG = LoggerFactory.getLogger(SqlSchema.class);

    private SqlSchema() {}

    /** In the transaction of the tables: either all is of one generation or nothing has changed. */
    static void publish(SqlViews views, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            KeySights.create(statement);
            var roles = roles(statement);
            if (!stand(views, statement)) {
                supplant(statement, roles);
                statement.execute("create schema " + NAME);
                for (String sql : views.statements()) {
                    statement.execute(sql);
                }
                statement.execute("comment on schema %s is '%s%s'".formatted(NAME, OURS, views.fingerprint()));
            }
            for (String role : roles) {
                statement.execute("grant usage on schema %s to %s".formatted(NAME, role));
                statement.execute("grant select on all tables in schema %s to %s".formatted(NAME, role));
            }
        }
    }

    /** Views go with the tables that they are over, when somebody drops these; the schema stays. */
    private static boolean stand(SqlViews views, Statement statement) throws SQLException {
        long expected = views.statements().stream()
                .filter(sql -> sql.startsWith("create view"))
                .count();
        return is(statement, """
                select obj_description(to_regnamespace('%1$s'), 'pg_namespace') = '%2$s%3$s' and %4$d = (
                  select count(*) from pg_class where relnamespace = to_regnamespace('%1$s') and relkind = 'v')
                """.formatted(NAME, OURS, views.fingerprint(), expected));
    }

    private static void supplant(Statement statement, List<String> roles) throws SQLException {
        if (!is(statement, "select to_regnamespace('%s') is not null".formatted(NAME))) {
            return;
        }
        if (!is(
                statement,
                "select obj_description(to_regnamespace('%s'), 'pg_namespace') ~ '^%s$'".formatted(NAME, MARK))) {
            throw new IllegalStateException(
                    "the schema %s is there and was not made by this service: rename it".formatted(NAME));
        }
        statement.execute("drop schema if exists %s cascade".formatted(FORMER));
        statement.execute("alter schema %s rename to %s".formatted(NAME, FORMER));
        for (String role : roles) {
            statement.execute("revoke all on all tables in schema %s from %s".formatted(FORMER, role));
            statement.execute("revoke all on schema %s from %s".formatted(FORMER, role));
        }
        LOG.info(
                "schema {} is made anew; what was built on the former views reads {} and needs to be made anew too",
                NAME,
                FORMER);
    }

    /** Those that are there now. */
    private static List<String> roles(Statement statement) throws SQLException {
        var there = new ArrayList<String>();
        for (String role : List.of(READER, KEY)) {
            if (isThere(role, statement)) {
                there.add(role);
            }
        }
        return there;
    }

    private static boolean isThere(String role, Statement statement) throws SQLException {
        if (is(statement, "select exists (select from pg_roles where rolname = '%s')".formatted(role))) {
            return true;
        }
        if (!is(statement, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user")) {
            LOG.warn(
                    "role {} is not there and our user may not create roles: nobody reads schema {} by it; have it created by"
                            + " \"create role {} nologin\" and start this service again",
                    role,
                    NAME,
                    role);
            return false;
        }
        // Roles are the server's: the service of another database may create it at the same moment.
        statement.execute("""
                do $$ begin create role %s nologin;
                exception when duplicate_object or unique_violation then null; end $$""".formatted(role));
        return true;
    }

    private static boolean is(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
