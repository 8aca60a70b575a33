package io.milepost.delivery.changerequest;

import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_LEAD;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_TEAM;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.changerequest.ChangeRequest.*;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.ClosedDelivery;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The change request's commands and events, with paths, roles and names, and who is told that the contract has to decide. */
public final class ChangeRequestCatalogue {

    public static final Catalogue<ChangeRequest, Command, Event> CHANGE_REQUEST = Catalogue.of(
                    "change-request", "change-requests", ChangeRequest.DECIDER)
            .creates(RaiseChange.class, ChangeRequest::raise, DELIVERY_MANAGER, ENGINEERING, QA)
            .reads(
                    RaiseChange.class,
                    () -> HANDOVER,
                    (_, raise) -> raise.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .reads(
                    RaiseChange.class,
                    () -> DELIVERY_PROJECT,
                    (_, raise) -> raise.contractId(),
                    ClosedDelivery.class,
                    DeliveryProject::over)
            .command(AssessChange.class, DELIVERY_MANAGER)
            .duty(
                    AssessChange.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (_, request, _) -> contractOf(request),
                    DeliveryProject::managers)
            .command(SettleChange.class, DELIVERY_MANAGER, ENGINEERING)
            .duty(
                    SettleChange.class,
                    DELIVERY_TEAM,
                    () -> DELIVERY_PROJECT,
                    (_, request, _) -> contractOf(request),
                    DeliveryProject::workers)
            .command(DropChange.class, DELIVERY_MANAGER)
            .duty(
                    DropChange.class,
                    DELIVERY_LEAD,
                    () -> DELIVERY_PROJECT,
                    (_, request, _) -> contractOf(request),
                    DeliveryProject::managers)
            .command(NoteChangeApplied.class)
            .command(NoteChangeRejected.class)
            .event(ChangeRaised.class, "change-request.raised", 1)
            .event(ChangeAssessed.class, "change-request.assessed", 1)
            .event(ChangeEscalated.class, "change-request.escalated", 1)
            .event(ChangeSettled.class, "change-request.settled", 1)
            .event(ChangeDropped.class, "change-request.dropped", 1)
            .event(ChangeApplied.class, "change-request.applied", 1)
            .event(ChangeRejected.class, "change-request.rejected", 1)
            .rootedBy(Event::contractId)
            .ownedBy(request -> request.raised().owner())
            .refusals(ClosedDelivery.No.class)
            .refusals(No.class, TEXT_MISSING, REASON_MISSING)
            .view(View.class, View::of);

    /** Whoever sold the contract, and the manager, learn that it has to be changed. */
    public static final NoticeRule<ChangeEscalated> ESCALATED_NOTICE =
            notice("change-escalated").on(CHANGE_REQUEST, ChangeEscalated.class).to(OWNER, MANAGER);

    private ChangeRequestCatalogue() {}

    private static UUID contractOf(@Nullable ChangeRequest request) {
        return Objects.requireNonNull(request).raised().contractId();
    }

    /**
     * What a read shows.
     *
     * @param status RAISED, ASSESSED, ESCALATED_TO_CONTRACT, INTERNAL_DONE, DROPPED, APPLIED or REJECTED
     */
    public record View(
            String status,
            ChangeRaised raised,
            @Nullable ChangeAssessed assessment,
            @Nullable End end) {
        static View of(ChangeRequest request) {
            return new View(status(request), request.raised(), request.assessment(), request.end());
        }

        private static String status(ChangeRequest request) {
            if (request.end() != null) {
                return request.end().status();
            }
            if (request.assessment() == null) {
                return "RAISED";
            }
            return request.isEscalated() ? "ESCALATED_TO_CONTRACT" : "ASSESSED";
        }
    }
}
