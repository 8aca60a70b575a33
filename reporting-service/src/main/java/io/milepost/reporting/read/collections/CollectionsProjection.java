package io.milepost.reporting.read.collections;

import static io.milepost.reporting.inbound.contract.PaymentFacts.BECAME_DUE;
import static io.milepost.reporting.inbound.contract.PaymentFacts.MATCHED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.OVERDUE;
import static io.milepost.reporting.inbound.contract.PaymentFacts.RECEIVED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.REVERSED;
import static io.milepost.reporting.inbound.contract.PaymentFacts.SET;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.contract.PaymentFacts;
import io.milepost.reporting.read.cells.Amounts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Payment schedule events to schedules, and a schedule to what it counts for. Cells are split by owner. */
public final class CollectionsProjection implements Projection<Schedule> {
    private final ZoneId zone;

    public CollectionsProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "collections";
    }

    @Override
    public String source() {
        return PaymentFacts.SOURCE;
    }

    @Override
    public Class<Schedule> view() {
        return Schedule.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(SET, BECAME_DUE, RECEIVED, MATCHED, REVERSED, OVERDUE);
    }

    @Override
    public Schedule apply(@Nullable Schedule before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(SET)) {
            var planned = event.as(PaymentFacts.Planned.class);
            return before != null
                    ? before
                    : Schedule.of(planned.owner(), planned.value().currency().getCurrencyCode(), day);
        }
        if (before == null) {
            throw new IllegalStateException("%s at position %d is of a payment schedule that was never set"
                    .formatted(event.type(), event.position()));
        }
        return switch (event.type()) {
            case BECAME_DUE -> {
                var due = event.as(PaymentFacts.BecameDue.class);
                yield before.due(new Schedule.Due(due.dueOn(), Amounts.minor(due.amount())), day);
            }
            case RECEIVED -> {
                var received = event.as(PaymentFacts.Received.class);
                yield before.received(Amounts.minor(received.amount()), received.receivedOn());
            }
            case MATCHED -> {
                var matched = event.as(PaymentFacts.Matched.class);
                yield before.matched(
                        new Schedule.Share(matched.receiptNo(), matched.number(), Amounts.minor(matched.amount())),
                        day);
            }
            case REVERSED -> {
                var reversed = event.as(PaymentFacts.Reversed.class);
                yield before.reversed(reversed.receiptNo(), Amounts.minor(reversed.amount()), reversed.on());
            }
            case OVERDUE -> {
                var overdue = event.as(PaymentFacts.Overdue.class);
                yield before.overdue(new Schedule.Late(overdue.number(), Amounts.minor(overdue.amount())), day);
            }
            default -> throw new IllegalArgumentException("not a type of the collections report: " + event.type());
        };
    }

    /**
     * Layout of a cell: {@code USD/due/2017-04-01}, {@code USD/received} and {@code USD/overdue} in minor units. A due day may
     * be to come when it is booked, so it stands in the path and counts from then on.
     */
    @Override
    public Map<Slot, Long> contributions(Schedule schedule) {
        Map<Slot, Long> slots = new HashMap<>();
        schedule.dues()
                .forEach(due -> slots.merge(
                        new Slot(schedule.owner(), schedule.currency() + "/due/" + due.on()),
                        due.minor(),
                        Math::addExact));
        slots.put(new Slot(schedule.owner(), schedule.currency() + "/received"), schedule.received());
        long open = schedule.late().stream().mapToLong(Schedule.Late::open).reduce(0, Math::addExact);
        slots.put(new Slot(schedule.owner(), schedule.currency() + "/overdue"), open);
        return slots;
    }
}
