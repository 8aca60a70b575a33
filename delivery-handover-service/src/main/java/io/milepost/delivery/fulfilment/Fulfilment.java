package io.milepost.delivery.fulfilment;

import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Horizon.NEAR;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the goods of a confirmed order come to the customer: produced or bought, shipped in as many parts as it takes, put into operation
 * . That of an order has the order's id.
 *
 * @param terms what the customer agreed to last; null until then
 * @param overdue whether the agreed day ended before everything had arrived
 */
public record Fulfilment(
        FulfilmentOpened opened,
        @Nullable DeliveryTermsAgreed terms,
        Goods goods,
        boolean overdue,
        @Nullable InstallationCompleted installation,
        @Nullable CommissioningCompleted commissioning) {
    static final Decider<Fulfilment, Command, FulfilmentEvent> DECIDER =
            new Decider<>(Fulfilment::decide, Fulfilment::begin, Fulfilment::evolve);

    /** Most that may be ordered of an item. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /**
     * For goods that a contract promises without an order.
     *
     * @param requestedFor the day for which the customer would like them
     */
    public record OpenFulfilment(
            UUID contractId, List<Line> lines, @Nullable LocalDate requestedFor) {
        public OpenFulfilment {
            lines = List.copyOf(lines);
        }
    }

    /** Sent by the automation when an order is confirmed. */
    public record FulfilOrder(
            UUID contractId,
            String owner,
            List<Line> lines,
            @Nullable LocalDate requestedFor) {
        public FulfilOrder {
            lines = List.copyOf(lines);
        }
    }

    public sealed interface Command {}

    /**
     * Has a line produced or bought, or takes it from stock; again with another day as long as it is not ready.
     *
     * @param line its number, from 1 on
     * @param readyBy the day on which it should be ready
     */
    public record ArrangeSupply(int line, Supply supply, LocalDate readyBy) implements Command {}

    /** The line is produced, bought or picked; {@code on} is today when absent. */
    public record MarkSupplied(int line, @Nullable LocalDate on) implements Command {}

    /**
     * What the customer agreed to, before anything is shipped; again where they agree to something else.
     *
     * @param on the day on which everything has to have arrived
     * @param form in which it is handed over, such as crates, pallets or a download
     * @param agreedWith who agreed on the side of the customer; kept as personal data
     * @param installation whether what is delivered has to be installed and put into operation by us
     */
    public record AgreeDeliveryTerms(
            LocalDate on,
            Manner manner,
            String form,
            String place,
            @Nullable String agreedWith,
            boolean installation) implements Command {}

    /**
     * Goods leave.
     *
     * @param reference number of the delivery note
     * @param on today when absent
     */
    public record ShipGoods(String reference, @Nullable LocalDate on, List<Quantity> quantities) implements Command {
        public ShipGoods {
            quantities = List.copyOf(quantities);
        }
    }

    /**
     * A shipment is with the customer.
     *
     * @param reference number of its delivery note
     * @param on today when absent
     */
    public record RecordArrival(String reference, @Nullable LocalDate on) implements Command {}

    /** Everything is installed; {@code on} is today when absent. */
    public record RecordInstallation(
            @Nullable LocalDate on, @Limit(Limit.NOTE) String work) implements Command {}

    /** What was installed works at the customer's; {@code on} is today when absent. */
    public record RecordCommissioning(
            @Nullable LocalDate on, @Limit(Limit.NOTE) String result) implements Command {}

    /** Sent by the timer alone, when the agreed day has ended. */
    public record MarkDeliveryOverdue(LocalDate agreedOn) implements Command {}

    /** Of what, and how much. */
    public record Line(String item, BigDecimal quantity) {}

    /** How much of a line, by its number from 1 on. */
    public record Quantity(int line, BigDecimal quantity) {}

    public enum Supply {
        PRODUCTION,
        PURCHASE,
        STOCK
    }

    /** How goods come to the customer. */
    public enum Manner {
        OWN_TRANSPORT,
        CARRIER,
        COLLECTION,
        ELECTRONIC
    }

    public enum No implements Refusal {
        CONTRACT_UNKNOWN(state("no signed contract has this id")),
        HANDOVER_NOT_ACCEPTED(state("nothing is shipped before the delivery team has accepted the handover")),
        ADVANCE_MISSED(state("nothing is shipped before the advance is paid, as the sales process says")),
        SHIPPED_BEFORE_READY(rule("a line cannot be shipped before the day on which it was ready")),
        TERMS_NOT_AGREED(state("nothing is shipped before time, manner and form are agreed with the customer")),
        LINE_NOT_ARRANGED(state("nobody has arranged how the line is supplied")),
        LINE_NOT_SUPPLIED(state("the line is not ready")),
        LINE_SUPPLIED(state("the line is ready")),
        GOODS_DELIVERED(state("everything has arrived")),
        GOODS_NOT_DELIVERED(state("not everything has arrived")),
        NO_INSTALLATION_AGREED(state("no installation was agreed with the customer")),
        NOT_INSTALLED(state("nothing is put into operation before it is installed")),
        ALREADY_INSTALLED(state("the installation is completed, with another day or work")),
        ALREADY_COMMISSIONED(state("the commissioning is completed, with another day or result")),
        SHIPMENT_KNOWN(state("another shipment has this reference")),
        SHIPMENT_UNKNOWN(rule("no shipment has this reference")),
        SHIPMENT_ARRIVED(state("the shipment has arrived, on another day")),
        LINES_MISSING(rule("goods need at least one line")),
        LINE_UNKNOWN(rule("there is no line with this number")),
        LINE_TWICE(rule("a line is named only once")),
        QUANTITY_IMPLAUSIBLE(rule("a quantity is positive, at most a billion, with at most six decimals")),
        MORE_THAN_ORDERED(rule("no more can be shipped than is ordered and not shipped yet")),
        DAY_IN_PAST(rule("this is planned for a day to come")),
        ARRIVED_BEFORE_SHIPPED(rule("a shipment cannot arrive before it is shipped")),
        INSTALLED_BEFORE_ARRIVED(rule("goods cannot be installed before they arrive")),
        COMMISSIONED_BEFORE_INSTALLED(rule("goods cannot work before they are installed"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    static Decision<FulfilmentEvent> open(OpenFulfilment open, Occasion occasion) {
        var sold = occasion.read(SoldContract.class);
        var checks = check().that(sold.isPresent(), "/contractId", No.CONTRACT_UNKNOWN)
                .that(!open.lines().isEmpty(), "/lines", No.LINES_MISSING)
                .within(NEAR, "/requestedFor", open.requestedFor(), occasion.today());
        for (int i = 0; i < open.lines().size(); i++) {
            var line = open.lines().get(i);
            checks = checks.text("/lines/%d/item".formatted(i), line.item())
                    .that(isPlausible(line.quantity()), "/lines/%d/quantity".formatted(i), No.QUANTITY_IMPLAUSIBLE);
        }
        return checks.accept(() ->
                new FulfilmentOpened(open.contractId(), sold.orElseThrow().owner(), open.lines(), open.requestedFor()));
    }

    /** A confirmed order is a fact: it is fulfilled as it was ordered. */
    static Decision<FulfilmentEvent> fulfil(FulfilOrder order, Occasion occasion) {
        return accepted(new FulfilmentOpened(order.contractId(), order.owner(), order.lines(), order.requestedFor()));
    }

    static boolean isPlausible(BigDecimal quantity) {
        return quantity.signum() > 0
                && quantity.compareTo(MOST) <= 0
                && quantity.stripTrailingZeros().scale() <= 6;
    }

    static Decision<FulfilmentEvent> decide(Fulfilment fulfilment, Command command, Occasion occasion) {
        return switch (command) {
            case ArrangeSupply arrange -> Supplying.arrange(fulfilment, arrange, occasion.today());
            case MarkSupplied supplied -> Supplying.supplied(fulfilment, supplied, occasion.today());
            case AgreeDeliveryTerms terms -> Supplying.agree(fulfilment, terms, occasion);
            case ShipGoods ship -> Shipping.ship(fulfilment, ship, occasion);
            case RecordArrival arrival -> Shipping.arrive(fulfilment, arrival, occasion.today());
            case RecordInstallation install -> Shipping.install(fulfilment, install, occasion);
            case RecordCommissioning commission -> Shipping.commission(fulfilment, commission, occasion);
            case MarkDeliveryOverdue(var agreedOn) ->
                fulfilment.awaited().filter(agreedOn::equals).isPresent()
                                && occasion.today().isAfter(agreedOn)
                        ? accepted(new DeliveryOverdue(
                                fulfilment.opened.contractId(), agreedOn, fulfilment.opened.owner()))
                        : unchanged();
        };
    }

    static Fulfilment begin(FulfilmentEvent first) {
        var opened = (FulfilmentOpened) first;
        return new Fulfilment(opened, null, Goods.of(opened.lines()), false, null, null);
    }

    static Fulfilment evolve(Fulfilment fulfilment, FulfilmentEvent event) {
        var goods = fulfilment.goods;
        return switch (event) {
            case FulfilmentOpened _, GoodsDelivered _ -> fulfilment;
            case SupplyArranged arranged -> fulfilment.with(goods.with(arranged));
            case LineSupplied supplied -> fulfilment.with(goods.with(supplied));
            case DeliveryTermsAgreed agreed -> new Fulfilment(fulfilment.opened, agreed, goods, false, null, null);
            case GoodsShipped shipped -> fulfilment.with(goods.with(shipped));
            case GoodsArrived arrived -> fulfilment.with(goods.with(arrived));
            case InstallationCompleted installed ->
                new Fulfilment(fulfilment.opened, fulfilment.terms, goods, fulfilment.overdue, installed, null);
            case CommissioningCompleted commissioned ->
                new Fulfilment(
                        fulfilment.opened,
                        fulfilment.terms,
                        goods,
                        fulfilment.overdue,
                        fulfilment.installation,
                        commissioned);
            case DeliveryOverdue _ ->
                new Fulfilment(
                        fulfilment.opened,
                        fulfilment.terms,
                        goods,
                        true,
                        fulfilment.installation,
                        fulfilment.commissioning);
        };
    }

    /** The agreed day, while it counts. */
    Optional<LocalDate> awaited() {
        return terms == null || overdue || goods.haveArrived() ? Optional.empty() : Optional.of(terms.on());
    }

    /** Not everything has arrived, so terms and goods may change. */
    Checks underWay() {
        return check().that(!goods.haveArrived(), No.GOODS_DELIVERED);
    }

    private Fulfilment with(Goods changed) {
        return new Fulfilment(opened, terms, changed, overdue, installation, commissioning);
    }
}
