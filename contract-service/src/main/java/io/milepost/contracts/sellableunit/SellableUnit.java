package io.milepost.contracts.sellableunit;

import static io.milepost.contracts.sellableunit.SellableUnit.No.*;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.DepositTerms;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import io.milepost.platform.value.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is for sale: added, released phase by phase, priced for customers. Who has it is decided by
 * deposits alone, each of which holds the unit by a claim; {@code holding} follows them a moment later and is for those who look.
 * No price sheet and no confirmation locks the unit.
 *
 * @param release into the phase in which it is on sale; null until there is one
 * @param holding of the deposit that has it, as was heard last; null where it is free
 * @param freed why it came back last; null where nobody has had it
 * @param confirmed that it is unsold, by a sales manager since it was free last
 * @param withdrawn why it is not for sale any more; null as long as it is
 */
public record SellableUnit(
        UnitAdded added,
        @Nullable UnitReleasedForSale release,
        @Nullable Holding holding,
        @Nullable String freed,
        List<PriceSheetIssued> sheets,
        boolean confirmed,
        @Nullable String withdrawn) {
    static final Decider<SellableUnit, Command, Event> DECIDER =
            new Decider<>(SellableUnit::decide, SellableUnit::begin, SellableUnit::evolve);

    /** The key of the tag by which a unit has its number in its programme. */
    static final String NUMBER = "unit-no";

    /** How a unit is taken. */
    public enum Taken {
        HELD,
        DEPOSIT_TAKEN,
        SUBSCRIBED,
        SOLD
    }

    public record Holding(UUID depositId, Taken taken) {}

    /**
     * Adds a unit to the inventory.
     *
     * @param programme code of the launch programme
     * @param unitNo which no other unit of the programme has
     */
    public record AddUnit(String programme, String unitNo, Money listPrice) {}

    public sealed interface Command {}

    /**
     * Puts it on sale in a phase, or in the next one.
     *
     * @param listPrice from now on; the one it has when absent
     */
    public record ReleaseUnit(UUID phaseId, @Nullable Money listPrice) implements Command {}

    /**
     * Tells a customer the price of the unit. Any consultant may, for any customer; nobody has a right to the unit by it.
     *
     * @param accountId the customer
     * @param consultant code of the member who sells
     * @param adjustments what is added to the list price or taken off it
     * @param validUntil its last day
     */
    public record IssuePriceSheet(
            UUID accountId, String consultant, @Limit(50) List<PriceLine> adjustments, LocalDate validUntil)
            implements Command {
        public IssuePriceSheet {
            adjustments = List.copyOf(adjustments);
        }
    }

    /** A discount where it is negative. */
    public record PriceLine(String label, Money amount) {}

    /** The sales manager says that it is unsold, which is asked for where several customers want it. */
    public record ConfirmUnsold() implements Command {}

    /** It is not sold. */
    public record WithdrawUnit(@Limit(Limit.NOTE) String reason) implements Command {}

    /** Sent when a deposit has taken the unit in some way. */
    public record NoteTaken(UUID depositId, Taken taken) implements Command {}

    /** Sent when a deposit does not hold the unit any more. */
    public record NoteFree(UUID depositId, String reason) implements Command {}

    public sealed interface Event {}

    public record UnitAdded(String programme, String unitNo, Money listPrice) implements Event {}

    /**
     * It is on sale.
     *
     * @param terms of the phase at that time
     */
    public record UnitReleasedForSale(
            UUID phaseId, String phase, @Nullable String site, Money listPrice, DepositTerms terms) implements Event {}

    /**
     * A customer knows the price.
     *
     * @param number 1, 2 and so on, in the unit
     * @param price list price with all adjustments
     */
    public record PriceSheetIssued(
            int number,
            UUID accountId,
            String consultant,
            Money listPrice,
            List<PriceLine> adjustments,
            Money price,
            LocalDate validUntil)
            implements Event {
        public PriceSheetIssued {
            adjustments = List.copyOf(adjustments);
        }
    }

    public record UnitUnsoldConfirmed(String by) implements Event {}

    public record UnitHeld(UUID depositId) implements Event {}

    public record UnitDepositTaken(UUID depositId) implements Event {}

    public record UnitSubscribed(UUID depositId) implements Event {}

    public record UnitSold(UUID depositId) implements Event {}

    /** It is free again. */
    public record UnitReleased(UUID depositId, String reason) implements Event {}

    public record UnitWithdrawn(String reason) implements Event {}

    public enum No implements Refusal {
        UNIT_NO_TAKEN(state("another unit of the programme has this number")),
        UNIT_NOT_RELEASED(state("the unit is not released for sale")),
        UNIT_TAKEN(state("a deposit has taken the unit")),
        UNIT_WITHDRAWN(state("the unit is withdrawn from sale")),
        CONFIRMED_BY_SELLER(sender("whoever offers the unit to a buyer does not confirm that it is unsold")),
        PHASE_UNKNOWN(state("there is no such launch phase")),
        PHASE_CLOSED(state("the launch phase is closed")),
        PHASE_FOREIGN(rule("a unit is released into a phase of its own programme")),
        PRICE_NOT_POSITIVE(rule("a price is more than no money")),
        PRICE_NOT_ABOVE_DEPOSIT(rule("the price is more than the deposit of the phase")),
        SHEET_ENDED(rule("a price sheet is valid today at least"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /** What a release has to know of the phase. */
    record PhaseOpen(
            String programme, String name, @Nullable String site, boolean closed, DepositTerms terms) {}

    public SellableUnit {
        sheets = List.copyOf(sheets);
    }

    static String numberIn(String programme, String unitNo) {
        return Codes.canonical(programme) + "/" + Codes.canonical(unitNo);
    }

    static Decision<Event> decide(SellableUnit unit, Command command, Occasion occasion) {
        return switch (command) {
            case ReleaseUnit release -> Offering.release(unit, release, occasion);
            case IssuePriceSheet issue -> Offering.price(unit, issue, occasion);
            case ConfirmUnsold _ -> Offering.confirm(unit, occasion);
            case WithdrawUnit(var reason) -> Offering.withdraw(unit, reason, occasion);
            case NoteTaken(var deposit, var taken) -> unit.take(deposit, taken);
            case NoteFree(var deposit, var reason) ->
                unit.holding == null || !unit.holding.depositId().equals(deposit)
                        ? unchanged()
                        : accepted(new UnitReleased(deposit, reason));
        };
    }

    private Decision<Event> take(UUID deposit, Taken taken) {
        if (new Holding(deposit, taken).equals(holding)) {
            return unchanged();
        }
        return accepted(
                switch (taken) {
                    case HELD -> new UnitHeld(deposit);
                    case DEPOSIT_TAKEN -> new UnitDepositTaken(deposit);
                    case SUBSCRIBED -> new UnitSubscribed(deposit);
                    case SOLD -> new UnitSold(deposit);
                });
    }

    Optional<PriceSheetIssued> lastSheet() {
        return sheets.isEmpty() ? Optional.empty() : Optional.of(sheets.getLast());
    }

    static SellableUnit begin(Event first) {
        return new SellableUnit((UnitAdded) first, null, null, null, List.of(), false, null);
    }

    static SellableUnit evolve(SellableUnit unit, Event event) {
        return switch (event) {
            case UnitAdded _ -> unit;
            case UnitReleasedForSale release ->
                new SellableUnit(
                        unit.added, release, unit.holding, unit.freed, unit.sheets, unit.confirmed, unit.withdrawn);
            case PriceSheetIssued sheet ->
                new SellableUnit(
                        unit.added,
                        unit.release,
                        unit.holding,
                        unit.freed,
                        Stream.concat(unit.sheets.stream(), Stream.of(sheet)).toList(),
                        unit.confirmed,
                        unit.withdrawn);
            case UnitUnsoldConfirmed _ -> unit.taken(unit.holding, unit.freed, true);
            case UnitHeld(var deposit) -> unit.taken(new Holding(deposit, Taken.HELD), unit.freed, false);
            case UnitDepositTaken(var deposit) ->
                unit.taken(new Holding(deposit, Taken.DEPOSIT_TAKEN), unit.freed, false);
            case UnitSubscribed(var deposit) -> unit.taken(new Holding(deposit, Taken.SUBSCRIBED), unit.freed, false);
            case UnitSold(var deposit) -> unit.taken(new Holding(deposit, Taken.SOLD), unit.freed, false);
            case UnitReleased(var _, var reason) -> unit.taken(null, reason, false);
            case UnitWithdrawn(var reason) ->
                new SellableUnit(
                        unit.added, unit.release, unit.holding, unit.freed, unit.sheets, unit.confirmed, reason);
        };
    }

    private SellableUnit taken(@Nullable Holding by, @Nullable String lastFreed, boolean isConfirmed) {
        return new SellableUnit(added, release, by, lastFreed, sheets, isConfirmed, withdrawn);
    }
}
