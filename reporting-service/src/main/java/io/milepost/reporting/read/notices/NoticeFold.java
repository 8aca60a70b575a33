package io.milepost.reporting.read.notices;

import static io.milepost.reporting.inbound.notice.NoticeFacts.ACKNOWLEDGED;
import static io.milepost.reporting.inbound.notice.NoticeFacts.RAISED;

import io.milepost.platform.access.Circle;
import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.notice.NoticeFacts.Acknowledged;
import io.milepost.reporting.inbound.notice.NoticeFacts.Raised;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notices of one service. */
final class NoticeFold implements Fold<Told> {
    private final String source;
    private final ZoneId zone;

    NoticeFold(String source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Class<Told> view() {
        return Told.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(RAISED, ACKNOWLEDGED);
    }

    @Override
    public Told apply(@Nullable Told before, Inbound event) {
        var day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(RAISED)) {
            var raised = event.as(Raised.class);
            var circle = Circle.told(
                    raised.owner(),
                    raised.team(),
                    raised.to().contains("OWNER"),
                    raised.to().contains("MANAGER"),
                    raised.to().contains("OPERATOR"));
            return Told.of(source, raised, circle, day);
        }
        if (before == null) {
            throw new IllegalStateException(
                    "%s at position %d is of a notice that was never raised".formatted(event.type(), event.position()));
        }
        return before.acknowledged(event.as(Acknowledged.class), day);
    }

    @Override
    public LocalDate day(Told notice) {
        return notice.day();
    }
}
