package io.milepost.reporting.read.mart.care;

import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_BREACHED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_CONFIRMED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_OPENED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_REOPENED;
import static io.milepost.reporting.inbound.delivery.CareFacts.CASE_RESOLVED;

import io.milepost.platform.inbox.Inbound;
import io.milepost.reporting.inbound.delivery.CareFacts;
import io.milepost.reporting.read.mart.declare.Fold;
import io.milepost.reporting.read.mart.declare.Periods;
import io.milepost.reporting.read.mart.declare.Steps;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service case as reports know it.
 *
 * @param resolvedOn null while it is worked on, also once it was reopened
 * @param breaches deadlines that passed
 * @param reopened how often
 */
record ServiceCase(
        String kind,
        String urgency,
        String owner,
        UUID account,
        LocalDate openedOn,
        @Nullable LocalDate resolvedOn,
        boolean confirmed,
        long breaches,
        long reopened,
        LocalDate day) {

    boolean known() {
        return true;
    }

    /** Something is wrong with what was sold; whoever wants training or advice does not complain. */
    boolean complaint() {
        return kind.equals("PROBLEM") || kind.equals("REPAIR");
    }

    boolean open() {
        return resolvedOn == null;
    }

    boolean openComplaint() {
        return open() && complaint();
    }

    @Nullable
    LocalDate openSince() {
        return open() ? openedOn : null;
    }

    String accountId() {
        return account.toString();
    }

    @Nullable
    String forMonth() {
        return Periods.month(openedOn);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(openedOn);
    }

    @Nullable
    String forYear() {
        return Periods.year(openedOn);
    }

    private ServiceCase with(@Nullable LocalDate resolved, boolean isConfirmed, long missed, long again, LocalDate on) {
        return new ServiceCase(
                kind,
                urgency,
                owner,
                account,
                openedOn,
                resolved,
                isConfirmed,
                missed,
                again,
                on.isBefore(day) ? day : on);
    }

    /** Service case events to cases. */
    static Fold<ServiceCase> folding(ZoneId zone) {
        return new Steps<>(
                CareFacts.SOURCE,
                ServiceCase.class,
                Set.of(CASE_OPENED, CASE_RESOLVED, CASE_CONFIRMED, CASE_REOPENED, CASE_BREACHED),
                ServiceCase::day,
                (before, event) -> after(before, event, zone));
    }

    private static ServiceCase after(@Nullable ServiceCase before, Inbound event, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(event.effectiveAt(), zone);
        if (event.type().equals(CASE_OPENED)) {
            var opened = event.as(CareFacts.CaseOpened.class);
            LocalDate on = LocalDate.ofInstant(opened.openedAt(), zone);
            return new ServiceCase(
                    opened.kind(), opened.urgency(), opened.owner(), opened.accountId(), on, null, false, 0, 0, on);
        }
        if (before == null) {
            throw new IllegalStateException("it was never opened");
        }
        return switch (event.type()) {
            case CASE_RESOLVED -> {
                LocalDate on = event.as(CareFacts.CaseResolved.class).on();
                yield before.with(on, false, before.breaches, before.reopened, on);
            }
            case CASE_CONFIRMED -> before.with(before.resolvedOn, true, before.breaches, before.reopened, day);
            case CASE_REOPENED -> before.with(null, false, before.breaches, before.reopened + 1, day);
            case CASE_BREACHED ->
                before.with(before.resolvedOn, before.confirmed, before.breaches + 1, before.reopened, day);
            default -> throw new IllegalArgumentException("not of a service case: " + event.type());
        };
    }
}
