package io.milepost.delivery.resourceallocation;

import static io.milepost.delivery.resourceallocation.ResourceAllocation.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is given to work with, from a day to a day, until it is free again.
 *
 * @param releasedOn null while it is in use
 */
public record ResourceAllocation(
        ResourceAllocated allocated, @Nullable LocalDate releasedOn) {
    static final Decider<ResourceAllocation, Command, Event> DECIDER =
            new Decider<>(ResourceAllocation::decide, ResourceAllocation::begin, ResourceAllocation::evolve);

    /** Most of a resource that can be meant. */
    private static final BigDecimal MOST = new BigDecimal("1000000");

    /**
     * Gives something to a delivery.
     *
     * @param resource what it is, or the code of a member
     * @param quantity how much of it, in {@code unit}
     * @param milestone code of the milestone that it is needed for; the whole delivery when absent
     * @param until the last day
     */
    public record AllocateResource(
            UUID contractId,
            ResourceKind kind,
            String resource,
            BigDecimal quantity,
            String unit,
            @Nullable String milestone,
            LocalDate from,
            LocalDate until) {}

    public sealed interface Command {}

    /** It is free for other work; {@code on} is today when absent. */
    public record ReleaseResource(@Nullable LocalDate on) implements Command {}

    /** Its delivery is being closed: it is free, also where it was not in use yet. */
    public record ReleaseWithProject(UUID contractId) implements Command {}

    public enum ResourceKind {
        PEOPLE,
        EQUIPMENT,
        MATERIAL,
        SUBCONTRACTOR,
        BUDGET
    }

    public sealed interface Event {
        UUID contractId();
    }

    public record ResourceAllocated(
            UUID contractId,
            ResourceKind kind,
            String resource,
            BigDecimal quantity,
            String unit,
            @Nullable String milestone,
            LocalDate from,
            LocalDate until)
            implements Event {}

    public record ResourceReleased(UUID contractId, LocalDate on, String by) implements Event {}

    public enum No implements Refusal {
        CONTRACT_UNKNOWN(state("no signed contract has this id")),
        RESOURCE_FOREIGN(state("the resource was given to another delivery")),
        RESOURCE_RELEASED(state("the resource was released on another day")),
        QUANTITY_IMPLAUSIBLE(rule("a quantity is positive, at most a million, with at most three decimals")),
        PERIOD_REVERSED(rule("a resource cannot be free before it is given")),
        RELEASED_BEFORE_GIVEN(rule("a resource cannot be released before it is given"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<Event> allocate(AllocateResource allocate, Occasion occasion) {
        var quantity = allocate.quantity();
        return check().that(occasion.read(SoldContract.class).isPresent(), "/contractId", CONTRACT_UNKNOWN)
                .that(!ClosedDelivery.isSo(occasion), ClosedDelivery.No.DELIVERY_OVER)
                .text("/resource", allocate.resource())
                .text("/unit", allocate.unit())
                .text("/milestone", allocate.milestone())
                .that(
                        quantity.signum() > 0
                                && quantity.compareTo(MOST) <= 0
                                && quantity.stripTrailingZeros().scale() <= 3,
                        "/quantity",
                        QUANTITY_IMPLAUSIBLE)
                .within(NEAR, "/from", allocate.from(), occasion.today())
                .within(NEAR, "/until", allocate.until(), occasion.today())
                .that(!allocate.until().isBefore(allocate.from()), "/until", PERIOD_REVERSED)
                .accept(() -> new ResourceAllocated(
                        allocate.contractId(),
                        allocate.kind(),
                        allocate.resource(),
                        quantity,
                        allocate.unit(),
                        allocate.milestone(),
                        allocate.from(),
                        allocate.until()));
    }

    static Decision<Event> decide(ResourceAllocation allocation, Command command, Occasion occasion) {
        return switch (command) {
            case ReleaseResource(var stated) -> allocation.release(stated, occasion);
            case ReleaseWithProject(var contract) -> allocation.releaseWith(contract, occasion);
        };
    }

    static ResourceAllocation begin(Event first) {
        return new ResourceAllocation((ResourceAllocated) first, null);
    }

    static ResourceAllocation evolve(ResourceAllocation allocation, Event event) {
        return switch (event) {
            case ResourceAllocated _ -> allocation;
            case ResourceReleased(var _, var on, var _) -> new ResourceAllocation(allocation.allocated, on);
        };
    }

    private Decision<Event> releaseWith(UUID contract, Occasion occasion) {
        if (!contract.equals(allocated.contractId())) {
            return refusedAt("/contractId", RESOURCE_FOREIGN);
        }
        return releasedOn != null
                ? unchanged()
                : accepted(new ResourceReleased(
                        contract, occasion.today(), occasion.who().name()));
    }

    private Decision<Event> release(@Nullable LocalDate stated, Occasion occasion) {
        if (releasedOn != null) {
            return stated == null || stated.equals(releasedOn) ? unchanged() : refused(RESOURCE_RELEASED);
        }
        var on = Objects.requireNonNullElse(stated, occasion.today());
        return check().notAfter("/on", on, occasion.today())
                .that(!on.isBefore(allocated.from()), "/on", RELEASED_BEFORE_GIVEN)
                .accept(() -> new ResourceReleased(
                        allocated.contractId(), on, occasion.who().name()));
    }
}
