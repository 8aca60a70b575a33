package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose rows a login sees that has the name of a BI key, in tables that the views of the schema {@code mart} ask. */
public final class KeySights {
    static final String KEYS = "milepost.bi_key";
    static final String OWNERS = "milepost.bi_key_owner";

    private final Mart mart;

    public KeySights(Mart mart) {
        this.mart = mart;
    }

    /**
     * What one key opens.
     *
     * @param login its id
     * @param all whether it sees every row
     * @param lastDay on which it opens anything; null without end
     * @param owners as they are spelt in rows
     */
    public record Key(String login, boolean all, @Nullable LocalDate lastDay, Set<String> owners) {
        public Key {
            owners = Set.copyOf(owners);
        }
    }

    static void create(Statement statement) throws SQLException {
        statement.execute("create schema if not exists milepost");
        statement.execute(
                "create table if not exists %s (login text primary key, sees_all boolean not null, last_day date)"
                        .formatted(KEYS));
        statement.execute(
                "create table if not exists %s (login text not null, owner text not null, primary key (login, owner))"
                        .formatted(OWNERS));
    }

    /** These and no others, from the next statement of a reader on. */
    public void write(List<Key> keys) {
        mart.write(connection -> {
            try (var statement = connection.createStatement()) {
                // Readers go on; another instance waits, and writes the same.
                statement.execute("lock table %s in exclusive mode".formatted(KEYS));
                statement.execute("delete from " + OWNERS);
                statement.execute("delete from " + KEYS);
            }
            insert(connection, keys);
        });
    }

    private static void insert(Connection connection, List<Key> keys) throws SQLException {
        try (var key = connection.prepareStatement("insert into %s values (?, ?, ?)".formatted(KEYS));
                var owner = connection.prepareStatement("insert into %s values (?, ?)".formatted(OWNERS))) {
            for (var one : keys) {
                key.setString(1, one.login());
                key.setBoolean(2, one.all());
                key.setObject(3, one.lastDay());
                key.addBatch();
                for (String code : one.owners()) {
                    owner.setString(1, one.login());
                    owner.setString(2, code);
                    owner.addBatch();
                }
            }
            key.executeBatch();
            owner.executeBatch();
        }
    }
}
