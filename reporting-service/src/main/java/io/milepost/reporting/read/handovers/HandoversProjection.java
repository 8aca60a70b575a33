package io.milepost.reporting.read.handovers;

import static io.milepost.reporting.inbound.delivery.HandoverFacts.ACCEPTED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.RETURNED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.cells.Projection;
import io.milepost.reporting.read.cells.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handover events to handovers, and a handover to what it counts for. Cells are split by owner. */
public final class HandoversProjection implements Projection<Handover> {
    /** In a path, for a handover of which no value was said. */
    static final String NONE = "-";

    private final ZoneId zone;

    public HandoversProjection(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String name() {
        return "handovers";
    }

    @Override
    public String source() {
        return HandoverFacts.SOURCE;
    }

    @Override
    public Class<Handover> view() {
        return Handover.class;
    }

    @Override
    public Set<String> types() {
        return Set.of(INITIATED, ACCEPTED, RETURNED);
    }

    @Override
    public Handover apply(@Nullable Handover before, Inbound event) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(INITIATED)) {
            var initiated = event.as(HandoverFacts.Initiated.class);
            Money value = initiated.value();
            String currency = value == null ? null : value.currency().getCurrencyCode();
            return new Handover(initiated.owner(), currency, false, false, day);
        }
        if (before == null) {
            throw new IllegalStateException("%s at position %d is of a handover that was never initiated"
                    .formatted(event.type(), event.position()));
        }
        return switch (event.type()) {
            case ACCEPTED ->
                before.accepted(event.as(HandoverFacts.Accepted.class).acceptedOn());
            case RETURNED -> before.returned(day);
            default -> throw new IllegalArgumentException("not a type of the handovers report: " + event.type());
        };
    }

    /** Layout of a cell: {@code currency/measure}, one number for each {@link Measure}. */
    @Override
    public Map<Slot, Long> contributions(Handover handover) {
        Map<Slot, Long> slots = new HashMap<>();
        slots.put(slot(handover, Measure.initiated), 1L);
        if (handover.accepted()) {
            slots.put(slot(handover, Measure.accepted), 1L);
        }
        if (handover.returned()) {
            slots.put(slot(handover, Measure.returned), 1L);
        }
        return slots;
    }

    private static Slot slot(Handover handover, Measure measure) {
        String currency = handover.currency() == null ? NONE : handover.currency();
        return new Slot(handover.owner(), currency + "/" + measure);
    }

    /** What is counted, named as in answers. */
    enum Measure {
        initiated,
        accepted,
        returned
    }
}
