package io.milepost.reporting.read.mart.closures;

import static io.milepost.reporting.inbound.delivery.KeepingFacts.DISPOSED;
import static io.milepost.reporting.inbound.delivery.KeepingFacts.FILED;
import static io.milepost.reporting.inbound.delivery.KeepingFacts.TRANSFERRED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.KeepingFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Papers that were filed, as reports know them.
 *
 * @param project whose papers they are: SALES or DELIVERY
 * @param custodian who keeps them now
 * @param retainUntil the first day on which they may be disposed of
 * @param disposedOn null as long as they are there
 */
record Filed(
        String project,
        String custodian,
        String place,
        LocalDate filedOn,
        LocalDate retainUntil,
        @Nullable LocalDate disposedOn,
        LocalDate day) {

    boolean known() {
        return true;
    }

    boolean there() {
        return disposedOn == null;
    }

    boolean disposed() {
        return disposedOn != null;
    }

    /** The month in which their time is over. */
    @Nullable
    String forMonth() {
        return Periods.month(retainUntil);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(retainUntil);
    }

    @Nullable
    String forYear() {
        return Periods.year(retainUntil);
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Archive record events to papers. */
    record Folding(ZoneId zone) implements Fold<Filed> {
        @Override
        public String source() {
            return KeepingFacts.SOURCE;
        }

        @Override
        public Class<Filed> view() {
            return Filed.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(FILED, TRANSFERRED, DISPOSED);
        }

        @Override
        public LocalDate day(Filed view) {
            return view.day();
        }

        @Override
        public Filed apply(@Nullable Filed before, Inbound event) {
            if (event.type().equals(FILED)) {
                var filed = event.as(KeepingFacts.Filed.class);
                return new Filed(
                        filed.opportunityId() == null ? "DELIVERY" : "SALES",
                        filed.custodian(),
                        filed.place(),
                        filed.filedOn(),
                        filed.retainUntil(),
                        null,
                        LocalDate.ofInstant(event.effectiveAt(), zone));
            }
            if (before == null) {
                throw new IllegalStateException("it was never filed");
            }
            if (event.type().equals(TRANSFERRED)) {
                var to = event.as(KeepingFacts.Transferred.class);
                return new Filed(
                        before.project,
                        to.custodian(),
                        to.place(),
                        before.filedOn,
                        before.retainUntil,
                        before.disposedOn,
                        before.notBefore(to.on()));
            }
            LocalDate on = event.as(KeepingFacts.Disposed.class).on();
            return new Filed(
                    before.project,
                    before.custodian,
                    before.place,
                    before.filedOn,
                    before.retainUntil,
                    on,
                    before.notBefore(on));
        }
    }
}
