package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.inbound.delivery.CourseFacts.CHANGE_APPLIED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.CHANGE_ASSESSED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.CHANGE_DROPPED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.CHANGE_RAISED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.CHANGE_REJECTED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.CHANGE_SETTLED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.CourseFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Steps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change that came up in delivery, as reports know it.
 *
 * @param escalated whether it touches price, scope or date, so that the contract decides; false as long as nobody has said so
 * @param endedOn null while it is open
 */
record Change(
        UUID contract,
        String owner,
        State stage,
        boolean escalated,
        LocalDate raisedOn,
        @Nullable LocalDate endedOn,
        LocalDate day) {

    /** How far it has come. */
    enum State {
        RAISED,
        ASSESSED,
        SETTLED,
        DROPPED,
        APPLIED,
        REJECTED
    }

    boolean known() {
        return true;
    }

    boolean is(State some) {
        return stage == some;
    }

    boolean open() {
        return endedOn == null;
    }

    String state() {
        return stage.name();
    }

    String contractId() {
        return contract.toString();
    }

    @Nullable
    LocalDate openSince() {
        return open() ? raisedOn : null;
    }

    @Nullable
    String forMonth() {
        return Periods.month(raisedOn);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(raisedOn);
    }

    @Nullable
    String forYear() {
        return Periods.year(raisedOn);
    }

    private Change at(State next, boolean decidedThere, @Nullable LocalDate end, LocalDate on) {
        return new Change(contract, owner, next, decidedThere, raisedOn, end, on.isBefore(day) ? day : on);
    }

    private Change ended(State how, LocalDate on) {
        return at(how, escalated, on, on);
    }

    /** Change request events to changes. */
    static Fold<Change> folding(ZoneId zone) {
        return new Steps<>(
                CourseFacts.SOURCE,
                Change.class,
                Set.of(CHANGE_RAISED, CHANGE_ASSESSED, CHANGE_SETTLED, CHANGE_DROPPED, CHANGE_APPLIED, CHANGE_REJECTED),
                Change::day,
                (before, event) -> after(before, event, LocalDate.ofInstant(event.effectiveAt(), zone)));
    }

    private static Change after(@Nullable Change before, Inbound event, LocalDate day) {
        if (event.type().equals(CHANGE_RAISED)) {
            var raised = event.as(CourseFacts.ChangeRaised.class);
            return new Change(raised.contractId(), raised.owner(), State.RAISED, false, day, null, day);
        }
        if (before == null) {
            throw new IllegalStateException("it was never raised");
        }
        return switch (event.type()) {
            case CHANGE_ASSESSED -> {
                var touched = event.as(CourseFacts.ChangeAssessed.class);
                yield before.at(State.ASSESSED, touched.price() || touched.scope() || touched.date(), null, day);
            }
            case CHANGE_SETTLED -> before.ended(State.SETTLED, day);
            case CHANGE_DROPPED -> before.ended(State.DROPPED, day);
            case CHANGE_APPLIED -> before.ended(State.APPLIED, day);
            case CHANGE_REJECTED -> before.ended(State.REJECTED, day);
            default -> throw new IllegalArgumentException("not of a change: " + event.type());
        };
    }
}
