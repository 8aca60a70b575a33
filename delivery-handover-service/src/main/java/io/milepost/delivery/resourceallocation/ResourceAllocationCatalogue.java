package io.milepost.delivery.resourceallocation;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_LEAD;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.Claims;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.resourceallocation.ResourceAllocation.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The allocation's commands and events, with paths, roles and names. Like the delivery project, it is known to all. */
public final class ResourceAllocationCatalogue {

    public static final Catalogue<ResourceAllocation, Command, Event> RESOURCE_ALLOCATION = Catalogue.of(
                    "resource-allocation", "resource-allocations", ResourceAllocation.DECIDER)
            .creates(AllocateResource.class, ResourceAllocation::allocate, DELIVERY_MANAGER, IMPORTER)
            .reads(
                    AllocateResource.class,
                    () -> HANDOVER,
                    (_, allocate) -> allocate.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .reads(
                    AllocateResource.class,
                    () -> DELIVERY_PROJECT,
                    (_, allocate) -> allocate.contractId(),
                    ClosedDelivery.class,
                    DeliveryProject::over)
            .duty(
                    AllocateResource.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (_, _, allocate) -> allocate.contractId(),
                    DeliveryProject::managers)
            .command(ReleaseResource.class, DELIVERY_MANAGER)
            .duty(
                    ReleaseResource.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (_, given, _) -> Objects.requireNonNull(given).allocated().contractId(),
                    DeliveryProject::managers)
            .command(ReleaseWithProject.class)
            .event(ResourceAllocated.class, "resource-allocation.allocated", 1)
            .tags(
                    ResourceAllocated.class,
                    given -> Set.of(new Tag(Claims.ALLOCATED, given.contractId().toString())))
            .event(ResourceReleased.class, "resource-allocation.released", 1)
            .rootedBy(Event::contractId)
            .holds(
                    Claims.ALLOCATED,
                    given -> given.releasedOn() == null
                            ? List.of(given.allocated().contractId().toString())
                            : List.of())
            .open()
            .refusals(ClosedDelivery.No.class)
            .refusals(No.class, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    private ResourceAllocationCatalogue() {}

    /**
     * What a read shows.
     *
     * @param status ALLOCATED or RELEASED
     */
    public record View(
            String status,
            ResourceAllocated allocated,
            @Nullable LocalDate releasedOn) {
        static View of(ResourceAllocation allocation) {
            return new View(
                    allocation.releasedOn() == null ? "ALLOCATED" : "RELEASED",
                    allocation.allocated(),
                    allocation.releasedOn());
        }
    }
}
