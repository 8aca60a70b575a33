package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one generation goes on without. */
public final class Asides {
    private final Mart mart;
    private final Tables tables;

    public Asides(Mart mart, Tables tables) {
        this.mart = mart;
        this.tables = tables;
    }

    /**
     * Some of them, by dataset and subject.
     *
     * @param dataset null for all
     * @param subject null for all
     * @param most how many at most
     */
    public List<Aside> find(@Nullable String dataset, @Nullable UUID subject, int most) {
        return mart.read(connection -> {
            try (var select = connection.prepareStatement("""
                    select dataset, subject, source, type, position, cause, since, acknowledged_at from %s
                    where dataset = coalesce(?::text, dataset) and subject = coalesce(?::uuid, subject)
                    order by dataset, subject limit ?
                    """.formatted(tables.asides()))) {
                select.setString(1, dataset);
                select.setString(2, subject == null ? null : subject.toString());
                select.setInt(3, most);
                var rows = select.executeQuery();
                var found = new ArrayList<Aside>();
                while (rows.next()) {
                    var acknowledged = rows.getTimestamp(8);
                    found.add(new Aside(
                            rows.getString(1),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getLong(5),
                            rows.getString(6),
                            rows.getTimestamp(7).toInstant(),
                            acknowledged == null ? null : acknowledged.toInstant()));
                }
                return found;
            }
        });
    }

    /** How many are to be seen to: subjects, and records that nobody has acknowledged. */
    public long count() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** The same by dataset; those that go on without nothing are not in it. */
    public Map<String, Long> counts() {
        return mart.read(connection -> {
            try (var select = connection.prepareStatement(
                            "select dataset, count(*) from %s where acknowledged_at is null group by dataset"
                                    .formatted(tables.asides()));
                    var rows = select.executeQuery()) {
                var counts = new TreeMap<String, Long>();
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
                return counts;
            }
        });
    }

    /** Whether there is such a record; acknowledging it again changes nothing. */
    public boolean acknowledge(UUID record, Instant now) {
        return mart.change(connection -> {
            try (var update = connection.prepareStatement(
                    "update %s set acknowledged_at = coalesce(acknowledged_at, ?::timestamptz) where dataset = ? and subject = ?"
                            .formatted(tables.asides()))) {
                update.setString(1, now.toString());
                update.setString(2, Feed.RECORD);
                update.setObject(3, record);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** What was acknowledged stays so in the next generation, which has met the same records. */
    static void carry(Connection connection, Tables from, Tables to) throws SQLException {
        try (var update = connection.prepareStatement("""
                update %s a set acknowledged_at = f.acknowledged_at from %s f
                where f.dataset = ? and a.dataset = f.dataset and a.subject = f.subject and f.acknowledged_at is not null
                """.formatted(to.asides(), from.asides()))) {
            update.setString(1, Feed.RECORD);
            update.execute();
        }
    }
}
