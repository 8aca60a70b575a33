package io.milepost.local.postgresql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Where a PostgreSQL server is and who we are there.
 *
 * @param uri as JDBC writes it, {@code jdbc:postgresql://HOST:PORT/DATABASE}
 * @param user of the server
 * @param password of the user; in no text that is made of this
 */
public record Login(String uri, String user, String password) {

    private static final String SECONDS = "5";

    /** A connection, within some seconds. */
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        return DriverManager.getConnection(uri, properties);
    }

    /** Sees that a server which we did not start answers and knows us; {@link Unavailable} says what is wrong. */
    public void verify() {
        if (!isOfPostgreSql()) {
            throw new Unavailable(
                    "MILEPOST_MART_URI is no address of a PostgreSQL server: " + shown(),
                    "Write it as jdbc:postgresql://HOST:5432/DATABASE, or unset it: then './milepost up' starts a server of its own.");
        }
        try (Connection _ = open()) {
            // it answers
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private boolean isOfPostgreSql() {
        try {
            return uri.startsWith("jdbc:postgresql:") && DriverManager.getDriver(uri) != null;
        } catch (SQLException none) {
            return false;
        }
    }

    private Unavailable refused(SQLException e) {
        String says = " (" + e.getMessage() + ")";
        return switch (stateOf(e)) {
            case "28P01", "28000" ->
                new Unavailable(
                        "PostgreSQL at " + shown() + " does not let user '" + user + "' in" + says,
                        "Set MILEPOST_MART_USER and MILEPOST_MART_PASSWORD to a login of that server.",
                        e);
            case "3D000" ->
                new Unavailable(
                        "PostgreSQL at " + shown() + " has no such database" + says,
                        "Create it, with '" + user + "' as its owner, or name another one in MILEPOST_MART_URI.",
                        e);
            default ->
                new Unavailable(
                        "PostgreSQL at " + shown() + " cannot be used" + says,
                        "See that it runs and can be reached from here, or unset MILEPOST_MART_URI: then './milepost up' starts"
                                + " a server of its own.",
                        e);
        };
    }

    /** Whether it is the user or the password that the server did not accept. */
    static boolean isAboutWhoWeAre(SQLException e) {
        return stateOf(e).startsWith("28");
    }

    private static String stateOf(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** Without parameters, where a password may stand too. */
    private String shown() {
        return uri.replaceFirst("\\?.*", "");
    }

    @Override
    public String toString() {
        return user + " at " + shown();
    }
}
