package io.milepost.reporting.read.mart.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the tables of a generation are filled, and where they cannot be filled further.
 *
 * @param partitions of all sources that were read from
 */
public record Extent(List<Partition> partitions) {
    /** Who cannot go on says so again and again; what nobody has said for so long is over. */
    private static final Duration SAID = Duration.ofSeconds(30);

    public Extent {
        partitions = List.copyOf(partitions);
    }

    /**
     * One of them.
     *
     * @param position everything up to it is in the tables
     * @param events how many that are
     * @param recordedAt when the latest of them was recorded; null before the first
     * @param blockedFor why it does not go on; null where it does
     */
    public record Partition(
            String source,
            int number,
            long position,
            long events,
            @Nullable Instant recordedAt,
            @Nullable String blockedFor) {}

    public static Extent of(Mart mart, Tables tables) {
        return mart.read(connection -> {
            try (var select = connection.prepareStatement("""
                    select source, partition, position, events, recorded_at,
                      case when blocked_at > now() - interval '%d seconds' then blocked_for end
                    from %s order by source, partition
                    """.formatted(SAID.toSeconds(), tables.positions()))) {
                var rows = select.executeQuery();
                var found = new ArrayList<Partition>();
                while (rows.next()) {
                    var recorded = rows.getTimestamp(5);
                    found.add(new Partition(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            recorded == null ? null : recorded.toInstant(),
                            rows.getString(6)));
                }
                return new Extent(found);
            }
        });
    }

    /** Says why a partition does not go on, from now on for a while; null where it goes on again. */
    public static void blocked(Mart mart, Tables tables, String source, int partition, @Nullable String reason) {
        mart.write(connection -> blocked(connection, tables, source, partition, reason));
    }

    private static void blocked(
            Connection connection, Tables tables, String source, int partition, @Nullable String reason)
            throws SQLException {
        try (var upsert = connection.prepareStatement("""
                insert into %s as p (source, partition, blocked_for, blocked_at) values (?, ?, ?, now())
                on conflict (source, partition) do update set blocked_for = excluded.blocked_for, blocked_at = now()
                """.formatted(tables.positions()))) {
            upsert.setString(1, source);
            upsert.setInt(2, partition);
            upsert.setString(3, reason);
            upsert.execute();
        }
    }

    public List<Partition> of(String source) {
        return partitions.stream()
                .filter(partition -> partition.source().equals(source))
                .toList();
    }

    public long events() {
        return partitions.stream().mapToLong(Partition::events).sum();
    }

    public long events(String source) {
        return of(source).stream().mapToLong(Partition::events).sum();
    }

    /** Those that do not go on. */
    public List<Partition> blocked() {
        return partitions.stream()
                .filter(partition -> partition.blockedFor() != null)
                .toList();
    }

    /** Whether these tables are filled as far in every partition of every source. */
    public boolean covers(Extent other) {
        Map<String, Long> here = partitions.stream()
                .collect(Collectors.toMap(Extent::place, Partition::position, Math::max, TreeMap::new));
        return other.partitions().stream().allMatch(one -> here.getOrDefault(place(one), 0L) >= one.position());
    }

    private static String place(Partition partition) {
        return partition.source() + "-" + partition.number();
    }
}
