package io.milepost.contracts.sellableunit;

import static io.milepost.contracts.sellableunit.SellableUnit.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.sellableunit.SellableUnit.*;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds units, puts them on sale and prices them. Each asks who holds the unit, which the append covers. */
final class Offering {

    private Offering() {}

    static Decision<Event> add(AddUnit add, Occasion occasion) {
        return check().text("/programme", add.programme())
                .text("/unitNo", add.unitNo())
                .that(add.listPrice().isPositive(), "/listPrice", PRICE_NOT_POSITIVE)
                .then(() -> occasion.holderOf(SellableUnit.NUMBER, SellableUnit.numberIn(add.programme(), add.unitNo()))
                                .isPresent()
                        ? refused(UNIT_NO_TAKEN)
                        : accepted(new UnitAdded(add.programme(), add.unitNo(), add.listPrice())));
    }

    static Decision<Event> release(SellableUnit unit, ReleaseUnit release, Occasion occasion) {
        var phase = occasion.read(PhaseOpen.class).orElse(null);
        var last = unit.release() == null
                ? unit.added().listPrice()
                : unit.release().listPrice();
        var price = Objects.requireNonNullElse(release.listPrice(), last);
        if (phase == null) {
            return refused(PHASE_UNKNOWN);
        }
        return check().that(price.isPositive(), "/listPrice", PRICE_NOT_POSITIVE)
                .that(
                        SellableUnit.numberIn(phase.programme(), "1")
                                .equals(SellableUnit.numberIn(unit.added().programme(), "1")),
                        "/phaseId",
                        PHASE_FOREIGN)
                .that(price.currency().equals(phase.terms().deposit().currency()), "/listPrice", CURRENCIES_MIXED)
                .then(() -> {
                    if (price.compareTo(phase.terms().deposit()) <= 0) {
                        return refusedAt("/listPrice", PRICE_NOT_ABOVE_DEPOSIT);
                    }
                    if (phase.closed()) {
                        return refused(PHASE_CLOSED);
                    }
                    var not = unsellable(unit, occasion);
                    if (not != null) {
                        return refused(not);
                    }
                    var released = new UnitReleasedForSale(
                            release.phaseId(), phase.name(), phase.site(), price, phase.terms());
                    return released.equals(unit.release()) ? unchanged() : accepted(released);
                });
    }

    static Decision<Event> price(SellableUnit unit, IssuePriceSheet issue, Occasion occasion) {
        var release = unit.release();
        if (release == null) {
            return refused(UNIT_NOT_RELEASED);
        }
        var not = unsellable(unit, occasion);
        if (not != null) {
            return refused(not);
        }
        var price = release.listPrice();
        for (int i = 0; i < issue.adjustments().size(); i++) {
            var line = issue.adjustments().get(i);
            var at = "/adjustments/" + i;
            if (line.label().isBlank()) {
                return refusedAt(at + "/label", TEXT_MISSING);
            }
            if (!line.amount().currency().equals(price.currency())) {
                return refusedAt(at + "/amount", CURRENCIES_MIXED);
            }
            price = price.plus(line.amount());
        }
        return sheet(unit, issue, release, price, occasion);
    }

    private static Decision<Event> sheet(
            SellableUnit unit, IssuePriceSheet issue, UnitReleasedForSale release, Money price, Occasion occasion) {
        return check().owner("/consultant", issue.consultant())
                .that(!issue.validUntil().isBefore(occasion.today()), "/validUntil", SHEET_ENDED)
                .within(NEAR, "/validUntil", issue.validUntil(), occasion.today())
                .notTooLarge("/adjustments", price)
                .that(price.compareTo(release.terms().deposit()) > 0, "/adjustments", PRICE_NOT_ABOVE_DEPOSIT)
                .accept(() -> new PriceSheetIssued(
                        unit.lastSheet().map(PriceSheetIssued::number).orElse(0) + 1,
                        issue.accountId(),
                        issue.consultant(),
                        release.listPrice(),
                        issue.adjustments(),
                        price,
                        issue.validUntil()));
    }

    static Decision<Event> confirm(SellableUnit unit, Occasion occasion) {
        if (unit.release() == null) {
            return refused(UNIT_NOT_RELEASED);
        }
        var not = unsellable(unit, occasion);
        if (not != null) {
            return refused(not);
        }
        if (unit.sheets().stream()
                .filter(sheet -> !sheet.validUntil().isBefore(occasion.today()))
                .anyMatch(sheet -> occasion.who().isMember(sheet.consultant()))) {
            return refused(CONFIRMED_BY_SELLER);
        }
        return unit.confirmed()
                ? unchanged()
                : accepted(new UnitUnsoldConfirmed(occasion.who().name()));
    }

    static Decision<Event> withdraw(SellableUnit unit, String reason, Occasion occasion) {
        return check().reason("/reason", reason).then(() -> {
            if (reason.equals(unit.withdrawn())) {
                return unchanged();
            }
            var not = unsellable(unit, occasion);
            return not == null ? accepted(new UnitWithdrawn(reason)) : refused(not);
        });
    }

    private static @Nullable No unsellable(SellableUnit unit, Occasion occasion) {
        if (unit.withdrawn() != null) {
            return UNIT_WITHDRAWN;
        }
        return occasion.holderOf(ClaimedKey.UNIT_HOLD, occasion.id().toString()).isPresent() ? UNIT_TAKEN : null;
    }
}
