package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.inbound.delivery.HandoverFacts.ACCEPTED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.CALLED_OFF;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.DELIVERED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.INITIATED;
import static io.milepost.reporting.inbound.delivery.HandoverFacts.RETURNED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.platform.value.Money;
import io.milepost.reporting.inbound.delivery.HandoverFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A signed contract on its way to its customer, as reports know it.
 *
 * @param value of the contract; null when it was not said
 * @param returned whether it ever was, also when it was accepted later
 * @param calledOff whether its contract was signed by mistake
 * @param deliveredOn null as long as the project is not completed
 */
record Handover(
        String owner,
        @Nullable Money value,
        @Nullable LocalDate acceptedOn,
        boolean returned,
        boolean calledOff,
        LocalDate initiatedOn,
        @Nullable LocalDate deliveredOn,
        LocalDate day) {

    boolean initiated() {
        return true;
    }

    boolean accepted() {
        return acceptedOn != null;
    }

    boolean waiting() {
        return acceptedOn == null && !calledOff;
    }

    boolean undelivered() {
        return deliveredOn == null && !calledOff;
    }

    @Nullable
    LocalDate waitingSince() {
        return waiting() ? initiatedOn : null;
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Handover events to handovers. */
    record Folding(ZoneId zone) implements Fold<Handover> {
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
            return Set.of(INITIATED, ACCEPTED, RETURNED, DELIVERED, CALLED_OFF);
        }

        @Override
        public String rules() {
            return "2";
        }

        @Override
        public LocalDate day(Handover view) {
            return view.day();
        }

        @Override
        public Handover apply(@Nullable Handover before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(INITIATED)) {
                var initiated = event.as(HandoverFacts.Initiated.class);
                return new Handover(initiated.owner(), initiated.value(), null, false, false, day, null, day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never initiated");
            }
            if (event.type().equals(ACCEPTED)) {
                LocalDate on = event.as(HandoverFacts.Accepted.class).acceptedOn();
                return new Handover(
                        before.owner,
                        before.value,
                        on,
                        before.returned,
                        before.calledOff,
                        before.initiatedOn,
                        before.deliveredOn,
                        before.notBefore(on));
            }
            if (event.type().equals(CALLED_OFF)) {
                return new Handover(
                        before.owner,
                        before.value,
                        before.acceptedOn,
                        before.returned,
                        true,
                        before.initiatedOn,
                        before.deliveredOn,
                        before.notBefore(event.as(HandoverFacts.CalledOff.class).on()));
            }
            if (event.type().equals(DELIVERED)) {
                LocalDate on = event.as(HandoverFacts.Delivered.class).completedOn();
                return new Handover(
                        before.owner,
                        before.value,
                        before.acceptedOn,
                        before.returned,
                        before.calledOff,
                        before.initiatedOn,
                        on,
                        before.notBefore(on));
            }
            return new Handover(
                    before.owner,
                    before.value,
                    before.acceptedOn,
                    true,
                    before.calledOff,
                    before.initiatedOn,
                    before.deliveredOn,
                    before.notBefore(day));
        }
    }
}
