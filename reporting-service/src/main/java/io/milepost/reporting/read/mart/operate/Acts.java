package io.milepost.reporting.read.mart.operate;

import io.milepost.platform.command.TimeOrderedIds;
import io.milepost.platform.trail.AuditTrail;
import io.milepost.platform.trail.Sender;
import io.milepost.reporting.read.mart.store.Mart;
import io.milepost.reporting.read.mart.store.MartException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators have done to this service, in a table beside the generations of the mart, which no rebuild touches: the service has
 * no log of its own to put it into. Nothing that a caller wrote is part of it but the key of a record.
 */
public final class Acts implements AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(Acts.class);
    /** The name under which its lines stand in the trail of all services. */
    public static final String SERVICE = "reporting";

    public static final String TABLE = "milepost.operator_act";

    private static final int LONGEST_SUBJECT = 200;

    private final Mart mart;
    private final TimeOrderedIds ids;
    private final Clock clock;

    /**
     * One of them.
     *
     * @param at just before it was done
     * @param by whose token it was
     */
    record Act(UUID id, Instant at, String name, String subject, Sender by) {}

    public Acts(Mart mart, Clock clock) {
        this.mart = mart;
        this.ids = new TimeOrderedIds(clock);
        this.clock = clock;
    }

    /** Makes the table where it is not there yet. */
    public void open() {
        mart.write(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('%s'))".formatted(TABLE));
                statement.execute("create schema if not exists milepost");
                statement.execute("""
                    create table if not exists %s (id uuid primary key, at timestamptz not null, act text not null, \
                    subject text not null, actor text not null, member text, client text)\
                    """.formatted(TABLE));
                statement.execute("create index if not exists operator_act_at on %s (at)".formatted(TABLE));
                statement.execute(
                        "alter table %s add column if not exists number bigint, add column if not exists hash bytea"
                                .formatted(TABLE));
                statement.execute(
                        "create unique index if not exists operator_act_number on %s (number)".formatted(TABLE));
            }
            chainOld(connection);
        });
    }

    /** Those from before there was a chain, in the order in which they were done. */
    private static void chainOld(Connection connection) throws SQLException {
        var old = new ArrayList<Act>();
        try (var select = connection.prepareStatement(
                "select id, at, act, subject, actor, member, client from %s where number is null order by at, id"
                        .formatted(TABLE))) {
            var rows = select.executeQuery();
            while (rows.next()) {
                old.add(act(rows));
            }
        }
        var link = ActChain.last(connection);
        for (var act : old) {
            link = link.next(act);
            try (var update =
                    connection.prepareStatement("update %s set number = ?, hash = ? where id = ?".formatted(TABLE))) {
                update.setLong(1, link.number());
                update.setBytes(2, link.hash());
                update.setObject(3, act.id());
                update.executeUpdate();
            }
        }
    }

    private static Act act(ResultSet row) throws SQLException {
        return new Act(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("act"),
                row.getString("subject"),
                new Sender(row.getString("actor"), row.getString("member"), row.getString("client")));
    }

    /** No command is decided here, so none is refused for who sent it. */
    @Override
    public void refused(Sender by, String command, @Nullable UUID target, String code) {}

    /** What is sealed stays so here. */
    @Override
    public void read(Sender by, String aggregate, Collection<UUID> entities, Set<String> kinds) {}

    @Override
    public void acts(Sender by, String act, String subject) {
        var about = subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
        try {
            mart.write(connection -> {
                try (var lock = connection.createStatement()) {
                    // One after another, since each is chained to the one before.
                    lock.execute("select pg_advisory_xact_lock(hashtext('%s'))".formatted(TABLE));
                }
                var done = new Act(ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS), act, about, by);
                var link = ActChain.last(connection).next(done);
                try (var insert = connection.prepareStatement("""
                    insert into %s (id, at, act, subject, actor, member, client, number, hash) \
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """.formatted(TABLE))) {
                    insert.setObject(1, done.id());
                    insert.setTimestamp(2, Timestamp.from(done.at()));
                    insert.setString(3, act);
                    insert.setString(4, about);
                    insert.setString(5, by.actor());
                    insert.setString(6, by.member());
                    insert.setString(7, by.client());
                    insert.setLong(8, link.number());
                    insert.setBytes(9, link.hash());
                    insert.executeUpdate();
                }
            });
        } catch (MartException away) {
            throw MartUnavailable.problem(away);
        }
        LOG.atInfo().addKeyValue("event.action", act).log("an operator acts");
    }

    /**
     * The newest first.
     *
     * @param before only those that were before this time; null for all
     */
    List<Act> list(@Nullable Instant before, int most) {
        return mart.read(connection -> {
            var found = new ArrayList<Act>();
            try (var select = connection.prepareStatement("""
                select id, at, act, subject, actor, member, client from %s \
                where ?::timestamptz is null or at < ?::timestamptz order by at desc, id desc limit ?\
                """.formatted(TABLE))) {
                select.setString(1, before == null ? null : before.toString());
                select.setString(2, before == null ? null : before.toString());
                select.setInt(3, most);
                var rows = select.executeQuery();
                while (rows.next()) {
                    found.add(act(rows));
                }
            }
            return found;
        });
    }
}
