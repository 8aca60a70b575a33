package io.milepost.reporting.read.mart.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A moment of which it is asked what was known then: nothing that was recorded later counts. A log's recording times never decrease
 * with its positions, so either names a beginning of it.
 *
 * @param at up to this time; null where a position is named
 * @param position of the dataset's own source, up to this one; null where a time is named
 */
public record Moment(@Nullable Instant at, @Nullable Long position) {
    static final String PARAMETER = "knownAt";
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final String LIKE = "a time like 2017-12-31T18:00:00Z or a position like 4711";

    /** Reads it strictly; null stays null and means now. */
    static @Nullable Moment of(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        if (POSITION.matcher(text).matches()) {
            return new Moment(null, Long.valueOf(text));
        }
        Instant at;
        try {
            at = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new QueryException(PARAMETER, LIKE);
        }
        Instant earliest = Asking.EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC);
        if (at.isAfter(now) || at.isBefore(earliest)) {
            throw new QueryException(PARAMETER, "a time from %s to %s".formatted(earliest, now));
        }
        return new Moment(at, null);
    }

    /** Fails for a position that nobody has read yet. */
    static void check(@Nullable Moment moment, Map<Integer, Long> reached) {
        long last = reached.values().stream().mapToLong(Long::longValue).max().orElse(0);
        if (moment != null && moment.position() != null && moment.position() > last) {
            throw new QueryException(PARAMETER, "a position up to %d, which is read".formatted(last));
        }
    }

    /** Of the rows of a table by this alias, what was believed then. */
    static Sql believed(String alias, @Nullable Moment moment) {
        if (moment == null) {
            return new Sql().add(alias + ".until_position is null");
        }
        if (moment.at() != null) {
            return new Sql()
                    .add("%s.known_from <= ".formatted(alias))
                    .value("timestamptz", moment.at())
                    .add(" and %s.known_to > ".formatted(alias))
                    .value("timestamptz", moment.at());
        }
        Long position = Objects.requireNonNull(moment.position());
        return new Sql()
                .add("%s.event_position <= ".formatted(alias))
                .value("bigint", position)
                .add(" and (%1$s.until_position is null or %1$s.until_position > ".formatted(alias))
                .value("bigint", position)
                .add(")");
    }

    /**
     * Of the rows of another source's table by this alias, what was believed then: under a position, when the last event up to it was
     * recorded of which the history knows.
     */
    static Sql believedOfOthers(String alias, @Nullable Moment moment, String history) {
        if (moment == null || moment.position() == null) {
            return believed(alias, moment);
        }
        var last = new Sql()
                .add("(select max(known_from) from %s where event_position <= ".formatted(history))
                .value("bigint", moment.position())
                .add(")");
        return new Sql()
                .add("%s.known_from <= ".formatted(alias))
                .add(last)
                .add(" and %s.known_to > ".formatted(alias))
                .add(last);
    }

    @Override
    public String toString() {
        return at == null ? String.valueOf(position) : at.toString();
    }
}
