package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.platform.decision.Decision;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has happened since both parties have signed, and what may, each once. Delivery reports performance and
 * closing also of contracts whose effective day nobody has recorded, as of most migrated ones.
 *
 * @param effectiveOn the day from which it binds
 * @param copiesDeliveredOn the day on which the customer got the signed copies
 * @param location where it is archived
 * @param handedOverOn the day on which delivery took it over; null also where that was before anybody noted it here
 * @param performedOn the day on which the customer accepted all of it
 * @param closedOn the day on which its project was closed
 */
public record Progress(
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate copiesDeliveredOn,
        @Nullable LocalDate archivedOn,
        @Nullable String location,
        @Nullable LocalDate handedOverOn,
        @Nullable LocalDate performedOn,
        @Nullable LocalDate closedOn) {
    static final Progress NONE = new Progress(null, null, null, null, null, null, null);

    Progress with(ProgressEvent event) {
        return switch (event) {
            case ContractBecameEffective(var on) ->
                new Progress(on, copiesDeliveredOn, archivedOn, location, handedOverOn, performedOn, closedOn);
            case ContractCopiesDelivered(var on) ->
                new Progress(effectiveOn, on, archivedOn, location, handedOverOn, performedOn, closedOn);
            case ContractArchived(var on, var place) ->
                new Progress(effectiveOn, copiesDeliveredOn, on, place, handedOverOn, performedOn, closedOn);
            case ContractHandedOver(var on) ->
                new Progress(effectiveOn, copiesDeliveredOn, archivedOn, location, on, performedOn, closedOn);
            case ContractPerformed(var on) ->
                new Progress(effectiveOn, copiesDeliveredOn, archivedOn, location, handedOverOn, on, closedOn);
            case ContractClosed(var on) ->
                new Progress(effectiveOn, copiesDeliveredOn, archivedOn, location, handedOverOn, performedOn, on);
        };
    }

    /** Whether delivery has taken it over, or done something for it. */
    public boolean isBegun() {
        return handedOverOn != null || performedOn != null || closedOn != null;
    }

    static Decision<ContractEvent> handOver(Signed contract, LocalDate on) {
        return contract.progress().handedOverOn() == null ? accepted(new ContractHandedOver(on)) : unchanged();
    }

    static Decision<ContractEvent> takeEffect(Signed contract, LocalDate on, LocalDate today) {
        var before = contract.progress().effectiveOn();
        if (before != null) {
            return before.equals(on) ? unchanged() : refused(CONTRACT_ALREADY_EFFECTIVE);
        }
        return check().that(!on.isBefore(contract.signatures().signedOn()), "/effectiveOn", EFFECTIVE_BEFORE_SIGNED)
                .that(!on.isAfter(today), "/effectiveOn", EFFECTIVE_IN_FUTURE)
                .accept(() -> new ContractBecameEffective(on));
    }

    static Decision<ContractEvent> deliver(Signed contract, @Nullable LocalDate on, LocalDate today) {
        var before = contract.progress().copiesDeliveredOn();
        if (before != null) {
            return on == null || on.equals(before) ? unchanged() : refused(COPIES_ALREADY_DELIVERED);
        }
        var day = Objects.requireNonNullElse(on, today);
        return check().that(!day.isAfter(today), "/on", DELIVERED_IN_FUTURE)
                .that(!day.isBefore(contract.signatures().signedOn()), "/on", DELIVERED_BEFORE_SIGNED)
                .accept(() -> new ContractCopiesDelivered(day));
    }

    static Decision<ContractEvent> archive(Signed contract, @Nullable String location, LocalDate today) {
        if (contract.progress().archivedOn() == null) {
            return accepted(new ContractArchived(today, location));
        }
        return location == null || location.equals(contract.progress().location())
                ? unchanged()
                : refusedAt("/location", CONTRACT_ALREADY_ARCHIVED);
    }

    static Decision<ContractEvent> perform(Signed contract, LocalDate on) {
        var before = contract.progress().performedOn();
        if (before == null) {
            return accepted(new ContractPerformed(on));
        }
        return before.equals(on) ? unchanged() : refused(CONTRACT_ALREADY_PERFORMED);
    }

    static Decision<ContractEvent> close(Signed contract, LocalDate on) {
        var before = contract.progress().closedOn();
        if (before == null) {
            return accepted(new ContractClosed(on));
        }
        return before.equals(on) ? unchanged() : refused(CONTRACT_ALREADY_CLOSED);
    }
}
