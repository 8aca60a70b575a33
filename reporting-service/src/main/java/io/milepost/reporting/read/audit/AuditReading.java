package io.milepost.reporting.read.audit;

import io.milepost.platform.value.Codes;
import io.milepost.reporting.read.mart.operate.Acts;
import io.milepost.reporting.read.mart.store.Tables;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lines of the trail, of the services by their events and of this one by what its operators did. */
final class AuditReading {
    private AuditReading() {}

    /** Of what operators did here, in the columns of an event's line; its chain is the record's own. */
    private static String acts() {
        return """
        select '%s' as service, number as position, id as event, floor(extract(epoch from at) * 1000)::bigint as at, \
        'ACTED' as kind, 'audit-record.operator-acted.v1' as type, null::uuid as entity, actor, member, upper(btrim(member)) as who, \
        client, null::text as command, '{}'::uuid[] as about, \
        json_build_object('act', act, 'subject', subject)::text as detail, encode(hash, 'hex') as hash from %s\
        """.formatted(Acts.SERVICE, Acts.TABLE);
    }

    /**
     * What is asked for; null where it does not matter.
     *
     * @param before lines that follow this one, the newest being first
     * @param after lines after this position, the oldest being first
     */
    record Wanted(
            @Nullable UUID entity,
            @Nullable String member,
            @Nullable String actor,
            @Nullable String service,
            @Nullable String kind,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Place before,
            @Nullable Long after,
            int most) {}

    /** Where a line stands. */
    record Place(long at, String service, long position) {}

    /**
     * A line.
     *
     * @param hash of an act of this service's operators, which no log holds
     */
    record Line(Entry entry, @Nullable String hash) {}

    /** Up to one more than are wanted, so that it shows whether there are more. */
    static List<Line> read(Connection connection, Tables tables, Wanted wanted) throws SQLException {
        var sql = new StringBuilder("select * from (select *, null::text as hash from ")
                .append(AuditKeeper.table(tables))
                .append(" union all ")
                .append(acts())
                .append(") e where true");
        var values = new ArrayList<Object>();
        and(sql, values, " and about @> array[?::uuid]", wanted.entity());
        var member = wanted.member();
        and(sql, values, " and who = ?", member == null ? null : Codes.canonical(member));
        and(sql, values, " and actor = ?", wanted.actor());
        and(sql, values, " and service = ?", wanted.service());
        and(sql, values, " and kind = ?", wanted.kind());
        and(sql, values, " and at >= ?", milliseconds(wanted.from()));
        and(sql, values, " and at < ?", milliseconds(wanted.to()));
        and(sql, values, " and position > ?", wanted.after());
        var before = wanted.before();
        if (before != null) {
            sql.append(" and (at, service, position) < (?, ?, ?)");
            values.addAll(List.of(before.at(), before.service(), before.position()));
        }
        sql.append(wanted.after() == null ? " order by at desc, service desc, position desc" : " order by position")
                .append(" limit ")
                .append(wanted.most() + 1);
        try (var select = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            var found = new ArrayList<Line>();
            var rows = select.executeQuery();
            while (rows.next()) {
                found.add(new Line(entry(rows), rows.getString("hash")));
            }
            return found;
        }
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable Long milliseconds(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("service"),
                row.getLong("position"),
                row.getObject("event", UUID.class),
                row.getLong("at"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                row.getObject("entity", UUID.class),
                row.getString("actor"),
                row.getString("member"),
                row.getString("client"),
                row.getString("command"),
                Set.of(),
                row.getString("detail"));
    }
}
