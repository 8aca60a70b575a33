package io.milepost.reporting.read.mart.store;

import io.milepost.reporting.read.mart.store.Generation.State;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The generations of the tables of these declarations, in a table of the same database: what is decided, tables are made and views are
 * switched in one transaction, and of several instances one decides.
 */
public final class Generations {
    private static final String TABLE = "milepost.mart_generation";

    private final Mart mart;
    private final Schema schema;
    private final Function<Tables, SqlViews> views;

    /** @param views over the tables of a generation */
    public Generations(Mart mart, Schema schema, Function<Tables, SqlViews> views) {
        this.mart = mart;
        this.schema = schema;
        this.views = views;
    }

    public Tables tables(int number) {
        return schema.tables(number);
    }

    /** At a start: makes what is not there yet, and lets the views be over the tables that are live. */
    public void open() {
        mart.write(connection -> {
            Schema.lock(connection);
            try (var statement = connection.createStatement()) {
                statement.execute("create schema if not exists milepost");
                statement.execute("""
                        create table if not exists %s (declarations text, number int, state text not null, asked uuid, \
                        cancelled uuid, begun_at timestamptz not null default now(), since timestamptz not null default now(), \
                        complete_at timestamptz, primary key (declarations, number))\
                        """.formatted(TABLE));
                for (var only : List.of(State.LIVE, State.BUILDING)) {
                    statement.execute(
                            "create unique index if not exists mart_generation_%1$s on %2$s (declarations) where state = '%1$s'"
                                    .formatted(only, TABLE));
                }
            }
            if (all(connection).isEmpty()) {
                insert(connection, 1, State.LIVE, null);
            }
            int live = live(connection).number();
            schema.create(connection, live);
            SqlSchema.publish(views.apply(schema.tables(live)), connection);
        });
    }

    /** In the order of their numbers. */
    public List<Generation> all() {
        return mart.read(this::all);
    }

    public Generation live() {
        return mart.read(this::live);
    }

    /** The number of the generation whose building this begins; nothing where one is built. */
    public Optional<Integer> begin(UUID asked) {
        return mart.change(connection -> {
            Schema.lock(connection);
            var all = all(connection);
            if (in(all, State.BUILDING).isPresent()) {
                return Optional.empty();
            }
            int next = all.getLast().number() + 1;
            insert(connection, next, State.BUILDING, asked);
            schema.create(connection, next);
            return Optional.of(next);
        });
    }

    /**
     * Whether the one that was built is live by this: its tables are read from now on, by views too. Not where somebody has decided
     * otherwise meanwhile; then nothing has changed.
     */
    public boolean takeOver(int live, int building) {
        return mart.change(connection -> {
            Schema.lock(connection);
            var all = all(connection);
            if (!is(all, live, State.LIVE) || !is(all, building, State.BUILDING)) {
                return false;
            }
            become(connection, live, State.FORMER, "");
            become(connection, building, State.LIVE, ", complete_at = now()");
            Asides.carry(connection, schema.tables(live), schema.tables(building));
            SqlSchema.publish(views.apply(schema.tables(building)), connection);
            return true;
        });
    }

    /** Whether the one that was built is given up by this. */
    public boolean cancel(int building, UUID asked) {
        return mart.change(connection -> {
            Schema.lock(connection);
            if (!is(all(connection), building, State.BUILDING)) {
                return false;
            }
            become(connection, building, State.CANCELLED, ", cancelled = '%s'".formatted(asked));
            return true;
        });
    }

    /** It had all that was published. */
    public void complete(int number) {
        mart.write(connection -> update(connection, number, "complete_at = coalesce(complete_at, now())"));
    }

    /** What is neither read nor built, and was so for this long. */
    public List<Generation> over(Duration keep) {
        return mart.read(connection -> select(
                connection,
                "and state in ('%s', '%s') and since < now() - interval '%d milliseconds'"
                        .formatted(State.FORMER, State.CANCELLED, keep.toMillis())));
    }

    /** Removes the tables of one that is over; doing it again does no harm. */
    public void drop(int number) {
        mart.write(connection -> {
            Schema.lock(connection);
            var all = all(connection);
            if (is(all, number, State.FORMER) || is(all, number, State.CANCELLED)) {
                become(connection, number, State.DROPPED, "");
                OldSchemas.drop(connection, schema.tables(number).schema());
            }
        });
    }

    private Generation live(Connection connection) throws SQLException {
        return in(all(connection), State.LIVE).orElseThrow();
    }

    private List<Generation> all(Connection connection) throws SQLException {
        return select(connection, "");
    }

    private static Optional<Generation> in(List<Generation> all, State state) {
        return all.stream().filter(one -> one.state() == state).findFirst();
    }

    private static boolean is(List<Generation> all, int number, State state) {
        return all.stream().anyMatch(one -> one.number() == number && one.state() == state);
    }

    private List<Generation> select(Connection connection, String which) throws SQLException {
        try (var select = connection.prepareStatement("""
                select number, state, asked, cancelled, begun_at, since, complete_at from %s where declarations = ? %s
                order by number
                """.formatted(TABLE, which))) {
            select.setString(1, schema.name());
            var rows = select.executeQuery();
            var found = new ArrayList<Generation>();
            while (rows.next()) {
                found.add(new Generation(
                        rows.getInt(1),
                        State.valueOf(rows.getString(2)),
                        rows.getObject(3, UUID.class),
                        rows.getObject(4, UUID.class),
                        rows.getTimestamp(5).toInstant(),
                        rows.getTimestamp(6).toInstant(),
                        instant(rows, 7)));
            }
            return found;
        }
    }

    private static @Nullable Instant instant(ResultSet rows, int column) throws SQLException {
        Timestamp found = rows.getTimestamp(column);
        return found == null ? null : found.toInstant();
    }

    private void insert(Connection connection, int number, State state, @Nullable UUID asked) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into %s (declarations, number, state, asked) values (?, ?, ?, ?)".formatted(TABLE))) {
            insert.setString(1, schema.name());
            insert.setInt(2, number);
            insert.setString(3, state.name());
            insert.setObject(4, asked);
            insert.execute();
        }
    }

    private void become(Connection connection, int number, State state, String more) throws SQLException {
        update(connection, number, "state = '%s', since = now()%s".formatted(state, more));
    }

    private void update(Connection connection, int number, String set) throws SQLException {
        try (var update = connection.prepareStatement(
                "update %s set %s where declarations = ? and number = ?".formatted(TABLE, set))) {
            update.setString(1, schema.name());
            update.setInt(2, number);
            update.execute();
        }
    }
}
