package io.milepost.delivery.fulfilment;

import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_TEAM;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.contractcopy.ContractCopyCatalogue;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.fulfilment.Fulfilment.*;
import io.milepost.delivery.fulfilment.FulfilmentEvent.*;
import io.milepost.delivery.fulfilment.Goods.Part;
import io.milepost.delivery.fulfilment.Goods.Shipment;
import io.milepost.delivery.handover.Handover;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.OnHold;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fulfilment's commands and events, the day that was agreed with the customer, and who is told when that passes. */
public final class FulfilmentCatalogue {

    public static final Catalogue<Fulfilment, Command, FulfilmentEvent> FULFILMENT = Catalogue.of(
                    "fulfilment", "fulfilments", Fulfilment.DECIDER)
            .creates(OpenFulfilment.class, Fulfilment::open, DELIVERY_MANAGER, IMPORTER)
            .reads(
                    OpenFulfilment.class,
                    () -> HANDOVER,
                    (_, open) -> open.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .creates(FulfilOrder.class, Fulfilment::fulfil)
            .command(ArrangeSupply.class, DELIVERY_MANAGER, ENGINEERING)
            .command(MarkSupplied.class, DELIVERY_MANAGER, ENGINEERING)
            .command(AgreeDeliveryTerms.class, DELIVERY_MANAGER, SALES_REP, SALES_MANAGER)
            .digest(AgreeDeliveryTerms.class, "agreedWith", AgreeDeliveryTerms::agreedWith)
            .command(ShipGoods.class, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    ShipGoods.class,
                    () -> HANDOVER,
                    (goods, _) -> contractOf(goods),
                    HandedOver.class,
                    FulfilmentCatalogue::handedOver)
            .reads(
                    ShipGoods.class,
                    () -> CONTRACT_COPY,
                    (goods, _) -> contractOf(goods),
                    OnHold.class,
                    ContractCopyCatalogue::onHold)
            .reads(
                    ShipGoods.class,
                    () -> DELIVERY_PROJECT,
                    (goods, _) -> contractOf(goods),
                    Suspension.class,
                    DeliveryProject::suspended)
            .command(RecordArrival.class, DELIVERY_MANAGER, ENGINEERING)
            .command(RecordInstallation.class, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    RecordInstallation.class,
                    () -> DELIVERY_PROJECT,
                    (goods, _) -> contractOf(goods),
                    Suspension.class,
                    DeliveryProject::suspended)
            .duty(
                    RecordInstallation.class,
                    DELIVERY_TEAM,
                    () -> DELIVERY_PROJECT,
                    (_, goods, _) -> contractOf(goods),
                    DeliveryProject::workers)
            .command(RecordCommissioning.class, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    RecordCommissioning.class,
                    () -> DELIVERY_PROJECT,
                    (goods, _) -> contractOf(goods),
                    Suspension.class,
                    DeliveryProject::suspended)
            .duty(
                    RecordCommissioning.class,
                    DELIVERY_TEAM,
                    () -> DELIVERY_PROJECT,
                    (_, goods, _) -> contractOf(goods),
                    DeliveryProject::workers)
            .command(MarkDeliveryOverdue.class)
            .event(FulfilmentOpened.class, "fulfilment.opened", 1)
            .event(SupplyArranged.class, "fulfilment.supply-arranged", 1)
            .event(LineSupplied.class, "fulfilment.line-supplied", 1)
            .event(DeliveryTermsAgreed.class, "fulfilment.terms-agreed", 1)
            .personal(DeliveryTermsAgreed.class, (id, _) -> id, "agreedWith")
            .event(GoodsShipped.class, "fulfilment.goods-shipped", 1)
            .event(GoodsArrived.class, "fulfilment.goods-arrived", 1)
            .event(GoodsDelivered.class, "fulfilment.goods-delivered", 1)
            .event(InstallationCompleted.class, "fulfilment.installation-completed", 1)
            .event(CommissioningCompleted.class, "fulfilment.commissioning-completed", 1)
            .event(DeliveryOverdue.class, "fulfilment.delivery-overdue", 1)
            .rootedBy(FulfilmentEvent::contractId)
            .ownedBy(fulfilment -> fulfilment.opened().owner())
            .refusals(No.class, TEXT_MISSING, DAY_IN_FUTURE, DAY_IMPLAUSIBLE)
            .refusals(Suspension.No.class)
            .view(View.class, View::of);

    /** The agreed day waits for everything to have arrived. */
    public static final Due<Fulfilment> DELIVERY_DUE = new Due<>(
            "fulfilment-delivery-due",
            FULFILMENT,
            MarkDeliveryOverdue.class,
            fulfilment -> fulfilment
                    .awaited()
                    .map(day -> DueDate.endOf(day, new MarkDeliveryOverdue(day))
                            .ownedBy(fulfilment.opened().owner()))
                    .stream()
                    .toList());

    /** A late delivery is told to whoever sold it and the manager. */
    public static final NoticeRule<DeliveryOverdue> DELIVERY_NOTICE =
            notice("delivery-overdue").on(FULFILMENT, DeliveryOverdue.class).to(OWNER, MANAGER);

    private FulfilmentCatalogue() {}

    static HandedOver handedOver(Handover handover) {
        return new HandedOver(handover instanceof Handover.Accepted
                || handover.details().initiated().migrated());
    }

    private static UUID contractOf(@Nullable Fulfilment goods) {
        return Objects.requireNonNull(goods).opened().contractId();
    }

    /** What was agreed with the customer. */
    public record AgreedTerms(
            LocalDate on,
            Manner manner,
            String form,
            String place,
            @Nullable String agreedWith,
            boolean installation) {}

    /**
     * What a read shows.
     *
     * @param status OPENED, SHIPPING, DELIVERED, INSTALLED or IN_OPERATION
     * @param overdue whether the agreed day ended before everything had arrived
     */
    public record View(
            String status,
            UUID contractId,
            String owner,
            @Nullable LocalDate requestedFor,
            List<Part> lines,
            List<Shipment> shipments,
            @Nullable AgreedTerms terms,
            boolean overdue,
            @Nullable InstallationCompleted installation,
            @Nullable CommissioningCompleted commissioning) {
        static View of(Fulfilment fulfilment) {
            var opened = fulfilment.opened();
            var terms = fulfilment.terms();
            return new View(
                    status(fulfilment),
                    opened.contractId(),
                    opened.owner(),
                    opened.requestedFor(),
                    fulfilment.goods().lines(),
                    fulfilment.goods().shipments(),
                    terms == null
                            ? null
                            : new AgreedTerms(
                                    terms.on(),
                                    terms.manner(),
                                    terms.form(),
                                    terms.place(),
                                    terms.agreedWith(),
                                    terms.installation()),
                    fulfilment.overdue(),
                    fulfilment.installation(),
                    fulfilment.commissioning());
        }

        private static String status(Fulfilment fulfilment) {
            if (fulfilment.commissioning() != null) {
                return "IN_OPERATION";
            }
            if (fulfilment.installation() != null) {
                return "INSTALLED";
            }
            if (fulfilment.goods().haveArrived()) {
                return "DELIVERED";
            }
            return fulfilment.goods().shipments().isEmpty() ? "OPENED" : "SHIPPING";
        }
    }
}
