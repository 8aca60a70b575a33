package io.milepost.reporting.read.mart.care;

import static io.milepost.reporting.inbound.delivery.CareFacts.ASSIGNED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CANCELLED;
import static io.milepost.reporting.inbound.delivery.CareFacts.DONE;
import static io.milepost.reporting.inbound.delivery.CareFacts.MISSED;
import static io.milepost.reporting.inbound.delivery.CareFacts.RESCHEDULED;
import static io.milepost.reporting.inbound.delivery.CareFacts.SCHEDULED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.CareFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The return visits that one entity plans: one that was missed is planned anew for another day, and both count as planned.
 *
 * @param planned in their order; the last one is the one that is to come
 */
record Visits(UUID account, String owner, List<Visit> planned, LocalDate day) {
    Visits {
        planned = List.copyOf(planned);
    }

    /** What became of it. */
    enum State {
        PLANNED,
        DONE,
        MISSED,
        /** Called off: it counts nowhere. */
        CANCELLED
    }

    /** A day that was planned. */
    record Visit(LocalDate plannedOn, State state) {}

    /** One as it counts. */
    record Row(UUID account, String owner, Visit visit) {

        String accountId() {
            return account.toString();
        }

        State state() {
            return visit.state();
        }

        LocalDate plannedOn() {
            return visit.plannedOn();
        }

        LocalDate lateFrom() {
            return visit.plannedOn().plusDays(1);
        }

        /** Also one whose day has passed without a word. */
        boolean planned() {
            return visit.state() != State.CANCELLED;
        }

        boolean done() {
            return visit.state() == State.DONE;
        }

        boolean missed() {
            return visit.state() == State.MISSED;
        }

        boolean open() {
            return visit.state() == State.PLANNED;
        }

        @Nullable
        String forMonth() {
            return Periods.month(visit.plannedOn());
        }

        @Nullable
        String forQuarter() {
            return Periods.quarter(visit.plannedOn());
        }

        @Nullable
        String forYear() {
            return Periods.year(visit.plannedOn());
        }
    }

    Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        for (int at = 0; at < planned.size(); at++) {
            rows.put(String.valueOf(at + 1), new Row(account, owner, planned.get(at)));
        }
        return rows;
    }

    /** Whose it is now; what was missed before is theirs as well. */
    private Visits ownedBy(String another, LocalDate on) {
        return new Visits(account, another, planned, on.isBefore(day) ? day : on);
    }

    /** The last one becomes this, and another one may be planned. */
    private Visits last(State state, @Nullable LocalDate plannedOn, @Nullable LocalDate next, LocalDate on) {
        var visits = new ArrayList<>(planned);
        var last = visits.removeLast();
        visits.add(new Visit(plannedOn == null ? last.plannedOn() : plannedOn, state));
        if (next != null) {
            visits.add(new Visit(next, State.PLANNED));
        }
        return new Visits(account, owner, visits, on.isBefore(day) ? day : on);
    }

    /** Care visit events to visits. */
    record Folding(ZoneId zone) implements Fold<Visits> {
        @Override
        public String source() {
            return CareFacts.SOURCE;
        }

        @Override
        public Class<Visits> view() {
            return Visits.class;
        }

        @Override
        public Set<String> types() {
            return Set.of(SCHEDULED, RESCHEDULED, ASSIGNED, DONE, MISSED, CANCELLED);
        }

        @Override
        public LocalDate day(Visits view) {
            return view.day();
        }

        @Override
        public Visits apply(@Nullable Visits before, Inbound event) {
            LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
            if (event.type().equals(SCHEDULED)) {
                var visit = event.as(CareFacts.Scheduled.class);
                return new Visits(visit.accountId(), visit.owner(), List.of(new Visit(visit.on(), State.PLANNED)), day);
            }
            if (before == null) {
                throw new IllegalStateException("it was never scheduled");
            }
            return switch (event.type()) {
                case RESCHEDULED ->
                    before.last(
                            State.PLANNED, event.as(CareFacts.Rescheduled.class).on(), null, day);
                case ASSIGNED ->
                    before.ownedBy(event.as(CareFacts.Assigned.class).owner(), day);
                case DONE ->
                    before.last(
                            State.DONE,
                            null,
                            null,
                            event.as(CareFacts.Answered.class).on());
                case MISSED ->
                    before.last(
                            State.MISSED, null, event.as(CareFacts.Missed.class).next(), day);
                case CANCELLED -> before.last(State.CANCELLED, null, null, day);
                default -> throw new IllegalArgumentException("not of a care visit: " + event.type());
            };
        }
    }
}
