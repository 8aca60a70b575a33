package io.milepost.reporting.read.mart.milestones;

import static io.milepost.reporting.inbound.delivery.DeliveryMilestoneFacts.BASELINED;
import static io.milepost.reporting.inbound.delivery.DeliveryMilestoneFacts.REACHED;
import static io.milepost.reporting.inbound.delivery.DeliveryMilestoneFacts.REBASELINED;
import static io.milepost.reporting.inbound.delivery.DeliveryMilestoneFacts.SLIPPED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.DeliveryMilestoneFacts;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract's delivery events to the plan of its delivery project, whose id is the contract's as the handover's is: the
 * handover says who sold it.
 *
 * @param zone in which a time is of a day
 */
record DeliveryMilestones(ZoneId zone) implements Fold<Plan> {
    private static final int NO_STAGE = 0;

    @Override
    public String source() {
        return DeliveryMilestoneFacts.SOURCE;
    }

    @Override
    public Class<Plan> view() {
        return Plan.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(INITIATED, BASELINED, REBASELINED, SLIPPED, REACHED);
    }

    @Override
    public LocalDate day(Plan view) {
        return view.day();
    }

    @Override
    public Plan apply(@Nullable Plan before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        Plan plan = before == null ? Plan.unowned(day) : before;
        return switch (event.type()) {
            case INITIATED ->
                plan.ownedBy(event.as(HandoverFacts.Initiated.class).owner(), day);
            case BASELINED -> {
                for (var milestone :
                        event.as(DeliveryMilestoneFacts.Baselined.class).milestones()) {
                    plan = plan.planned(NO_STAGE, milestone.code(), milestone.plannedOn(), day);
                }
                yield plan;
            }
            case REBASELINED -> {
                plan = plan.ended(day);
                for (var milestone :
                        event.as(DeliveryMilestoneFacts.Rebaselined.class).milestones()) {
                    plan = baseline(plan, milestone.code(), milestone.plannedOn(), day)
                            .planned(NO_STAGE, milestone.code(), milestone.expectedOn(), day);
                }
                yield plan;
            }
            case SLIPPED -> {
                var slipped = event.as(DeliveryMilestoneFacts.Slipped.class);
                yield baseline(plan, slipped.milestone(), slipped.from(), day)
                        .planned(NO_STAGE, slipped.milestone(), slipped.to(), day);
            }
            case REACHED -> {
                var reached = event.as(DeliveryMilestoneFacts.Reached.class);
                yield baseline(plan, reached.milestone(), reached.plannedOn(), day)
                        .reached(NO_STAGE, reached.milestone(), reached.reachedOn());
            }
            default -> throw new IllegalArgumentException("not of a plan: " + event.type());
        };
    }

    /** Events name the day that they differ from; it is the baseline of a milestone of which no plan was seen. */
    private static Plan baseline(Plan plan, String milestone, LocalDate plannedOn, LocalDate day) {
        return plan.isPlanned(NO_STAGE, milestone) ? plan : plan.planned(NO_STAGE, milestone, plannedOn, day);
    }
}
