package io.milepost.contracts.sellableunit;

import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;

import io.milepost.contracts.kernel.ClaimedKey;
import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.contracts.launchphase.LaunchPhase;
import io.milepost.contracts.launchphase.LaunchPhaseCatalogue;
import io.milepost.contracts.sellableunit.SellableUnit.*;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.catalogue.Claims;
import io.milepost.platform.catalogue.Tag;
import io.milepost.platform.value.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The commands and events of a sellable unit. All who sell may see and price every unit. */
public final class SellableUnitCatalogue {

    public static final Catalogue<SellableUnit, Command, Event> SELLABLE_UNIT = Catalogue.of(
                    "sellable-unit", "sellable-units", SellableUnit.DECIDER)
            .creates(AddUnit.class, Offering::add, SALES_MANAGER, SPONSOR, IMPORTER)
            .claims(
                    AddUnit.class,
                    SellableUnit.NUMBER,
                    (_, _, add) -> List.of(SellableUnit.numberIn(add.programme(), add.unitNo())))
            .command(ReleaseUnit.class, SALES_MANAGER, SPONSOR, IMPORTER)
            .reads(
                    ReleaseUnit.class,
                    () -> LaunchPhaseCatalogue.LAUNCH_PHASE,
                    (_, release) -> release.phaseId(),
                    PhaseOpen.class,
                    SellableUnitCatalogue::phase)
            .claims(ReleaseUnit.class, ClaimedKey.UNIT_HOLD, itself())
            .command(IssuePriceSheet.class, SALES_REP, SALES_MANAGER, IMPORTER)
            .claims(IssuePriceSheet.class, ClaimedKey.UNIT_HOLD, itself())
            .command(ConfirmUnsold.class, SALES_MANAGER)
            .duty(ConfirmUnsold.class, "the sales manager of the phase", SellableUnitCatalogue::manager)
            .claims(ConfirmUnsold.class, ClaimedKey.UNIT_HOLD, itself())
            .command(WithdrawUnit.class, SALES_MANAGER, SPONSOR)
            .claims(WithdrawUnit.class, ClaimedKey.UNIT_HOLD, itself())
            .command(NoteTaken.class)
            .command(NoteFree.class)
            .event(UnitAdded.class, "sellable-unit.added", 1)
            .tags(
                    UnitAdded.class,
                    added -> Set.of(
                            new Tag(SellableUnit.NUMBER, SellableUnit.numberIn(added.programme(), added.unitNo()))))
            .event(UnitReleasedForSale.class, "sellable-unit.released-for-sale", 1)
            .event(PriceSheetIssued.class, "sellable-unit.price-sheet-issued", 1)
            .event(UnitUnsoldConfirmed.class, "sellable-unit.unsold-confirmed", 1)
            .event(UnitHeld.class, "sellable-unit.held", 1)
            .event(UnitDepositTaken.class, "sellable-unit.deposit-taken", 1)
            .event(UnitSubscribed.class, "sellable-unit.subscribed", 1)
            .event(UnitSold.class, "sellable-unit.sold", 1)
            .event(UnitReleased.class, "sellable-unit.released", 1)
            .event(UnitWithdrawn.class, "sellable-unit.withdrawn", 1)
            .open()
            .refusals(
                    No.class,
                    TEXT_MISSING,
                    REASON_MISSING,
                    OWNER_MISSING,
                    DAY_IMPLAUSIBLE,
                    CURRENCIES_MIXED,
                    AMOUNT_TOO_LARGE)
            .view(View.class, View::of);

    private SellableUnitCatalogue() {}

    private static List<String> manager(SellableUnit unit) {
        var release = unit.release();
        var manager = release == null ? null : release.terms().salesManager();
        return manager == null ? List.of() : List.of(manager);
    }

    private static <C> Claims<SellableUnit, C> itself() {
        return (id, _, _) -> List.of(id.toString());
    }

    private static PhaseOpen phase(LaunchPhase phase) {
        var opened = phase.opened();
        return new PhaseOpen(opened.programme(), opened.name(), opened.site(), phase.closed() != null, phase.terms());
    }

    /**
     * What a read shows. Availability is asked by {@code status}, and decided again when a deposit is recorded.
     *
     * @param status UNRELEASED, AVAILABLE, HELD, DEPOSIT_TAKEN, SUBSCRIBED, SOLD or WITHDRAWN
     * @param interested how many customers have a price sheet
     * @param depositId of the deposit that has it
     * @param freed why it came back last
     */
    public record View(
            String status,
            String programme,
            String unitNo,
            Money listPrice,
            @Nullable UUID phaseId,
            @Nullable String phase,
            @Nullable String site,
            @Nullable DepositTerms terms,
            long interested,
            boolean confirmed,
            @Nullable UUID depositId,
            @Nullable String freed,
            @Nullable String withdrawn,
            List<PriceSheetIssued> sheets) {
        static View of(SellableUnit unit) {
            var release = unit.release();
            var holding = unit.holding();
            return new View(
                    status(unit),
                    unit.added().programme(),
                    unit.added().unitNo(),
                    release == null ? unit.added().listPrice() : release.listPrice(),
                    release == null ? null : release.phaseId(),
                    release == null ? null : release.phase(),
                    release == null ? null : release.site(),
                    release == null ? null : release.terms(),
                    unit.sheets().stream()
                            .map(PriceSheetIssued::accountId)
                            .distinct()
                            .count(),
                    unit.confirmed(),
                    holding == null ? null : holding.depositId(),
                    unit.freed(),
                    unit.withdrawn(),
                    unit.sheets());
        }

        private static String status(SellableUnit unit) {
            if (unit.holding() != null) {
                return unit.holding().taken().name();
            }
            if (unit.withdrawn() != null) {
                return "WITHDRAWN";
            }
            return unit.release() == null ? "UNRELEASED" : "AVAILABLE";
        }
    }
}
