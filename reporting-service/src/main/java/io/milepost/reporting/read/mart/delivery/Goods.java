package io.milepost.reporting.read.mart.delivery;

import static io.milepost.reporting.inbound.delivery.CourseFacts.GOODS_DELIVERED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.GOODS_OPENED;
import static io.milepost.reporting.inbound.delivery.CourseFacts.TERMS_AGREED;

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
 * The goods of an order on their way to the customer, as reports know them.
 *
 * @param agreedOn the day that was agreed last; null until one is
 * @param arrivedOn the day on which all of it was there
 */
record Goods(
        UUID contract,
        String owner,
        @Nullable LocalDate requestedFor,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate arrivedOn,
        LocalDate day) {

    boolean known() {
        return true;
    }

    boolean agreed() {
        return agreedOn != null;
    }

    boolean arrived() {
        return arrivedOn != null;
    }

    boolean onTime() {
        return agreedOn != null && arrivedOn != null && !arrivedOn.isAfter(agreedOn);
    }

    boolean late() {
        return agreedOn != null && arrivedOn != null && arrivedOn.isAfter(agreedOn);
    }

    boolean waits() {
        return agreed() && !arrived();
    }

    @Nullable
    LocalDate overdueFrom() {
        return agreedOn == null ? null : agreedOn.plusDays(1);
    }

    String contractId() {
        return contract.toString();
    }

    @Nullable
    String forMonth() {
        return Periods.month(agreedOn);
    }

    @Nullable
    String forQuarter() {
        return Periods.quarter(agreedOn);
    }

    @Nullable
    String forYear() {
        return Periods.year(agreedOn);
    }

    private LocalDate notBefore(LocalDate on) {
        return on.isBefore(day) ? day : on;
    }

    /** Fulfilment events to goods. */
    static Fold<Goods> folding(ZoneId zone) {
        return new Steps<>(
                CourseFacts.SOURCE,
                Goods.class,
                Set.of(GOODS_OPENED, TERMS_AGREED, GOODS_DELIVERED),
                Goods::day,
                (before, event) -> after(before, event, LocalDate.ofInstant(event.effectiveAt(), zone)));
    }

    private static Goods after(@Nullable Goods before, Inbound event, LocalDate day) {
        if (event.type().equals(GOODS_OPENED)) {
            var opened = event.as(CourseFacts.GoodsOpened.class);
            return new Goods(opened.contractId(), opened.owner(), opened.requestedFor(), null, null, day);
        }
        if (before == null) {
            throw new IllegalStateException("nothing was ordered");
        }
        return switch (event.type()) {
            case TERMS_AGREED ->
                new Goods(
                        before.contract,
                        before.owner,
                        before.requestedFor,
                        event.as(CourseFacts.TermsAgreed.class).on(),
                        before.arrivedOn,
                        before.notBefore(day));
            case GOODS_DELIVERED -> {
                var delivered = event.as(CourseFacts.GoodsDelivered.class);
                yield new Goods(
                        before.contract,
                        before.owner,
                        before.requestedFor,
                        delivered.agreedOn(),
                        delivered.arrivedOn(),
                        before.notBefore(delivered.arrivedOn()));
            }
            default -> throw new IllegalArgumentException("not of goods: " + event.type());
        };
    }
}
