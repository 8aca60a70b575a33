package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.inbound.delivery.DeviationFacts.ASSIGNED;
import static io.milepost.reporting.inbound.delivery.DeviationFacts.CORRECTED;
import static io.milepost.reporting.inbound.delivery.DeviationFacts.FOUND;
import static io.milepost.reporting.inbound.delivery.DeviationFacts.OVERDUE;
import static io.milepost.reporting.inbound.delivery.DeviationFacts.REVISED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.delivery.DeviationFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Steps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a delivery does not go as planned, as reports know it.
 *
 * @param owner who sees to the correction now
 * @param planned cost, of a deviation of cost alone, as is {@code actual}
 * @param late how often a last day of the correction passed
 * @param correctedOn null as long as it is not
 */
record Deviation(
        UUID contract,
        String dimension,
        String owner,
        @Nullable Money planned,
        @Nullable Money actual,
        LocalDate foundOn,
        LocalDate dueOn,
        long late,
        @Nullable LocalDate correctedOn,
        LocalDate day) {

    boolean known() {
        return true;
    }

    boolean open() {
        return correctedOn == null;
    }

    boolean corrected() {
        return correctedOn != null;
    }

    String state() {
        return correctedOn == null ? "OPEN" : "CORRECTED";
    }

    LocalDate lateFrom() {
        return dueOn.plusDays(1);
    }

    @Nullable
    LocalDate openSince() {
        return open() ? foundOn : null;
    }

    String contractId() {
        return contract.toString();
    }

    @Nullable
    String forMonth() {
        return Periods.month(foundOn);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(foundOn);
    }

    @Nullable
    String forYear() {
        return Periods.year(foundOn);
    }

    private Deviation with(String whose, LocalDate due, long passed, @Nullable LocalDate corrected, LocalDate on) {
        return new Deviation(
                contract,
                dimension,
                whose,
                planned,
                actual,
                foundOn,
                due,
                passed,
                corrected,
                on.isBefore(day) ? day : on);
    }

    /** Deviation events to deviations. */
    static Fold<Deviation> folding(ZoneId zone) {
        return new Steps<>(
                DeviationFacts.SOURCE,
                Deviation.class,
                Set.of(FOUND, REVISED, ASSIGNED, OVERDUE, CORRECTED),
                Deviation::day,
                (before, event) -> after(before, event, LocalDate.ofInstant(event.effectiveAt(), zone)));
    }

    private static Deviation after(@Nullable Deviation before, Inbound event, LocalDate day) {
        if (event.type().equals(FOUND)) {
            var found = event.as(DeviationFacts.Found.class);
            return new Deviation(
                    found.contractId(),
                    found.dimension(),
                    found.owner(),
                    found.planned(),
                    found.actual(),
                    found.foundOn(),
                    found.dueOn(),
                    0,
                    null,
                    found.foundOn());
        }
        if (before == null) {
            throw new IllegalStateException("it was never found");
        }
        return switch (event.type()) {
            case REVISED ->
                before.with(before.owner, event.as(DeviationFacts.Revised.class).dueOn(), before.late, null, day);
            case ASSIGNED ->
                before.with(event.as(DeviationFacts.Assigned.class).owner(), before.dueOn, before.late, null, day);
            case OVERDUE -> before.with(before.owner, before.dueOn, before.late + 1, null, day);
            case CORRECTED -> {
                LocalDate on = event.as(DeviationFacts.Corrected.class).on();
                yield before.with(before.owner, before.dueOn, before.late, on, on);
            }
            default -> throw new IllegalArgumentException("not of a deviation: " + event.type());
        };
    }
}
