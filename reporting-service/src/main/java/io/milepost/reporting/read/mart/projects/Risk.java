package io.milepost.reporting.read.mart.projects;

import static io.milepost.reporting.inbound.opportunity.RiskFacts.CLOSED;
import static io.milepost.reporting.inbound.opportunity.RiskFacts.IDENTIFIED;
import static io.milepost.reporting.inbound.opportunity.RiskFacts.OCCURRED;
import static io.milepost.reporting.inbound.opportunity.RiskFacts.OWNER_ASSIGNED;
import static io.milepost.reporting.inbound.opportunity.RiskFacts.RESPONSE_PLANNED;
import static io.milepost.reporting.inbound.opportunity.RiskFacts.REVIEWED;
import static io.milepost.reporting.inbound.opportunity.RiskFacts.REVIEW_MOVED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.opportunity.RiskFacts;
import io.milepost.reporting.inbound.opportunity.RiskFacts.Rating;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A risk of a sales project as reports know it.
 *
 * @param response strategy of it; null as long as none is planned
 * @param reviewOn by when it is to be looked at again
 * @param closedOn null while it is open, also once it has occurred
 */
record Risk(
        UUID project,
        @Nullable String element,
        String statement,
        Rating rating,
        String exposure,
        @Nullable String response,
        String owner,
        LocalDate identifiedOn,
        LocalDate reviewOn,
        @Nullable LocalDate occurredOn,
        @Nullable LocalDate closedOn,
        LocalDate day) {

    boolean known() {
        return true;
    }

    boolean open() {
        return closedOn == null;
    }

    boolean high() {
        return open() && exposure.equals("HIGH");
    }

    boolean hasOccurred() {
        return open() && occurredOn != null;
    }

    boolean unanswered() {
        return open() && response == null;
    }

    String dealId() {
        return project.toString();
    }

    @Nullable
    LocalDate openSince() {
        return open() ? identifiedOn : null;
    }

    LocalDate reviewLateFrom() {
        return reviewOn.plusDays(1);
    }

    private Risk rated(Rating now, String level, LocalDate next, LocalDate on) {
        return new Risk(
                project,
                element,
                statement,
                now,
                level,
                response,
                owner,
                identifiedOn,
                next,
                occurredOn,
                closedOn,
                notBefore(on));
    }

    private Risk with(
            @Nullable String answer,
            String who,
            @Nullable LocalDate occurred,
            @Nullable LocalDate closed,
            LocalDate on) {
        return new Risk(
                project,
                element,
                statement,
                rating,
                exposure,
                answer,
                who,
                identifiedOn,
                reviewOn,
                occurred,
                closed,
                notBefore(on));
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Risk events to risks. */
    record Folding(ZoneId zone) implements Fold<Risk> {
        @Override
        public String source() {
            return RiskFacts.SOURCE;
        }

        @Override
        public Class<Risk> view() {
            return Risk.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(IDENTIFIED, OWNER_ASSIGNED, RESPONSE_PLANNED, REVIEWED, REVIEW_MOVED, OCCURRED, CLOSED);
        }

        @Override
        public LocalDate day(Risk view) {
            return view.day();
        }

        @Override
        public Risk apply(@Nullable Risk before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(IDENTIFIED)) {
                return identified(event.as(RiskFacts.Identified.class));
            }
            if (before == null) {
                throw new IllegalStateException("it was never identified");
            }
            return switch (event.type()) {
                case OWNER_ASSIGNED ->
                    before.with(
                            before.response,
                            event.as(RiskFacts.OwnerAssigned.class).owner(),
                            before.occurredOn,
                            before.closedOn,
                            day);
                case RESPONSE_PLANNED ->
                    before.with(
                            event.as(RiskFacts.ResponsePlanned.class).response().strategy(),
                            before.owner,
                            before.occurredOn,
                            before.closedOn,
                            day);
                case REVIEWED -> {
                    var reviewed = event.as(RiskFacts.Reviewed.class);
                    yield before.rated(
                            reviewed.rating(), reviewed.exposure(), reviewed.nextOn(), reviewed.reviewedOn());
                }
                case REVIEW_MOVED ->
                    before.rated(
                            before.rating,
                            before.exposure,
                            event.as(RiskFacts.ReviewMoved.class).reviewOn(),
                            day);
                case OCCURRED -> {
                    var on = event.as(RiskFacts.Occurred.class).occurredOn();
                    yield before.with(before.response, before.owner, on, before.closedOn, on);
                }
                case CLOSED -> {
                    var on = event.as(RiskFacts.Closed.class).closedOn();
                    yield before.with(before.response, before.owner, before.occurredOn, on, on);
                }
                default -> throw new IllegalArgumentException("not of a risk: " + event.type());
            };
        }

        private static Risk identified(RiskFacts.Identified risk) {
            var response = risk.response();
            return new Risk(
                    risk.salesProjectId(),
                    risk.element(),
                    risk.statement(),
                    risk.rating(),
                    risk.exposure(),
                    response == null ? null : response.strategy(),
                    risk.owner(),
                    risk.identifiedOn(),
                    risk.reviewOn(),
                    null,
                    null,
                    risk.identifiedOn());
        }
    }
}
