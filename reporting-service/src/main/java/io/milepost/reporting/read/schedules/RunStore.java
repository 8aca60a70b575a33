package io.milepost.reporting.read.schedules;

import io.milepost.reporting.read.mart.export.KeptFile;
import io.milepost.reporting.read.mart.store.Mart;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs with their files, in a table beside the generations of the mart, which a rebuild leaves alone. */
final class RunStore {
    private static final String TABLE = "milepost.report_run";
    private static final String FACTS =
            "run, schedule, report, recipient, format, day, from_day, to_day, made_at, position, state, row_count,"
                    + " sha256, octet_length(content) as bytes, fault";

    private final Mart mart;

    RunStore(Mart mart) {
        this.mart = mart;
    }

    /**
     * A run of a schedule.
     *
     * @param id of the event by which it became due
     * @param recipient canonical code of the member who may fetch it
     * @param fault why there is no file; null where there is one
     */
    record Run(
            UUID id,
            UUID schedule,
            String report,
            String recipient,
            String format,
            LocalDate day,
            LocalDate from,
            LocalDate to,
            Instant madeAt,
            @Nullable String position,
            @Nullable String state,
            long rows,
            @Nullable String sha256,
            long bytes,
            @Nullable String fault) {}

    /** A run and its file. */
    record Kept(Run run, byte[] content) {}

    /** Makes the table where it is not there yet. */
    void open() {
        mart.write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('%s'))".formatted(TABLE));
                statement.execute("create schema if not exists milepost");
                statement.execute("""
                    create table if not exists %s (run uuid primary key, schedule uuid not null, report text not null, \
                    recipient text not null, format text not null, day date not null, from_day date not null, \
                    to_day date not null, made_at timestamptz not null, position text, state text, \
                    row_count bigint not null, sha256 text, content bytea, fault text, unique (schedule, day))\
                    """.formatted(TABLE));
                statement.execute(
                        "create index if not exists report_run_recipient on %s (recipient, day)".formatted(TABLE));
            }
        });
    }

    /** Which of these are there. */
    Set<UUID> among(Collection<UUID> runs) {
        return mart.read(connection -> {
            var found = new HashSet<UUID>();
            try (var select = connection.prepareStatement("select run from %s where run = any(?)".formatted(TABLE))) {
                select.setArray(1, connection.createArrayOf("uuid", runs.toArray()));
                var rows = select.executeQuery();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    /** Keeps it, unless there is one of this schedule and day: another instance may have been first. */
    void keep(Run run, byte @Nullable [] content) {
        mart.write(connection -> {
            try (var insert = connection.prepareStatement("""
                insert into %s (run, schedule, report, recipient, format, day, from_day, to_day, made_at, position, state, \
                row_count, sha256, content, fault) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                """.formatted(TABLE))) {
                fill(insert, run, content);
                insert.executeUpdate();
            }
        });
    }

    private static void fill(PreparedStatement insert, Run run, byte @Nullable [] content) throws SQLException {
        insert.setObject(1, run.id());
        insert.setObject(2, run.schedule());
        insert.setString(3, run.report());
        insert.setString(4, run.recipient());
        insert.setString(5, run.format());
        insert.setObject(6, run.day());
        insert.setObject(7, run.from());
        insert.setObject(8, run.to());
        insert.setTimestamp(9, Timestamp.from(run.madeAt()));
        insert.setString(10, run.position());
        insert.setString(11, run.state());
        insert.setLong(12, run.rows());
        insert.setString(13, run.sha256());
        insert.setBytes(14, content);
        insert.setString(15, run.fault());
    }

    /**
     * The newest first.
     *
     * @param reader whose they have to be; null for whoever sees all
     */
    List<Run> list(@Nullable String reader, @Nullable UUID schedule, int most) {
        return mart.read(connection -> {
            var found = new ArrayList<Run>();
            try (var select = connection.prepareStatement("""
                select %s from %s where (?::text is null or recipient = ?) and (?::uuid is null or schedule = ?) \
                order by day desc, run limit ?\
                """.formatted(FACTS, TABLE))) {
                select.setString(1, reader);
                select.setString(2, reader);
                select.setObject(3, schedule);
                select.setObject(4, schedule);
                select.setInt(5, most);
                var rows = select.executeQuery();
                while (rows.next()) {
                    found.add(run(rows));
                }
            }
            return found;
        });
    }

    /** All that have one. */
    List<KeptFile> files() {
        return list(null, null, Integer.MAX_VALUE).stream()
                .filter(run -> run.position() != null && run.sha256() != null)
                .map(run -> new KeptFile(
                        KeptFile.Kind.SCHEDULED,
                        run.report(),
                        "/v1/report-runs/%s/file".formatted(run.id()),
                        run.format(),
                        run.madeAt(),
                        null,
                        Objects.requireNonNull(run.position()),
                        Objects.requireNonNull(run.sha256())))
                .toList();
    }

    /** One that has a file. */
    Optional<Kept> find(UUID id) {
        return mart.read(connection -> {
            try (var select = connection.prepareStatement(
                    "select %s, content from %s where run = ? and content is not null".formatted(FACTS, TABLE))) {
                select.setObject(1, id);
                var rows = select.executeQuery();
                return rows.next() ? Optional.of(new Kept(run(rows), rows.getBytes("content"))) : Optional.empty();
            }
        });
    }

    private static Run run(ResultSet rows) throws SQLException {
        return new Run(
                rows.getObject("run", UUID.class),
                rows.getObject("schedule", UUID.class),
                rows.getString("report"),
                rows.getString("recipient"),
                rows.getString("format"),
                rows.getObject("day", LocalDate.class),
                rows.getObject("from_day", LocalDate.class),
                rows.getObject("to_day", LocalDate.class),
                rows.getTimestamp("made_at").toInstant(),
                rows.getString("position"),
                rows.getString("state"),
                rows.getLong("row_count"),
                rows.getString("sha256"),
                rows.getLong("bytes"),
                rows.getString("fault"));
    }
}
