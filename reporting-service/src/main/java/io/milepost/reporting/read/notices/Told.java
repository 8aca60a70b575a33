package io.milepost.reporting.read.notices;

import io.milepost.reporting.inbound.notice.NoticeFacts.Acknowledged;
import io.milepost.reporting.inbound.notice.NoticeFacts.Raised;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One notice, in the texts in which it is shown.
 *
 * @param service that tells it
 * @param circle who knows of it; null for everybody
 * @param day from which the latest that is known of it counts
 */
record Told(
        String service,
        String status,
        String kind,
        List<String> to,
        String cause,
        @Nullable String causeType,
        String aggregate,
        @Nullable String subject,
        @Nullable String owner,
        @Nullable String about,
        String raisedAt,
        @Nullable String acknowledgedBy,
        @Nullable String acknowledgedAt,
        @Nullable String circle,
        LocalDate day,
        @Nullable String team) {

    static final String OPEN = "OPEN";
    static final String ACKNOWLEDGED = "ACKNOWLEDGED";

    Told {
        to = List.copyOf(to);
    }

    static Told of(String service, Raised raised, @Nullable String circle, LocalDate day) {
        return new Told(
                service,
                OPEN,
                raised.kind(),
                raised.to(),
                raised.cause().toString(),
                raised.causeType(),
                raised.aggregate(),
                raised.subject() == null ? null : raised.subject().toString(),
                raised.owner(),
                raised.about(),
                raised.raisedAt().toString(),
                null,
                null,
                circle,
                day,
                raised.team());
    }

    Told acknowledged(Acknowledged seen, LocalDate on) {
        return new Told(
                service,
                ACKNOWLEDGED,
                kind,
                to,
                cause,
                causeType,
                aggregate,
                subject,
                owner,
                about,
                raisedAt,
                seen.by(),
                seen.acknowledgedAt().toString(),
                circle,
                on.isBefore(day) ? day : on,
                team);
    }
}
