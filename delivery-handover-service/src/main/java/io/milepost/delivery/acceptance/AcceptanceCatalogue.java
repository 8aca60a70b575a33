package io.milepost.delivery.acceptance;

import static io.milepost.delivery.contractcopy.ContractCopyCatalogue.CONTRACT_COPY;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_PROJECT;
import static io.milepost.delivery.deliveryproject.DeliveryProjectCatalogue.DELIVERY_TEAM;
import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.controlled.DocumentCatalogue.DOCUMENT;
import static io.milepost.platform.decision.Usual.DAY_IMPLAUSIBLE;
import static io.milepost.platform.decision.Usual.DOCUMENT_NOT_IN_EFFECT;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.delivery.acceptance.Point.*;
import io.milepost.delivery.contractcopy.ContractCopyCatalogue;
import io.milepost.delivery.deliveryproject.DeliveryProject;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.Agreed;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.delivery.kernel.SummaryReport;
import io.milepost.delivery.kernel.Suspension;
import io.milepost.delivery.kernel.Team;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.controlled.Document;
import io.milepost.platform.decision.NeededDocument;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.value.Evidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The acceptance's commands and events, with paths, roles and names. Its id is the contract's; an accepted handover opens it. */
public final class AcceptanceCatalogue {

    public static final Catalogue<Acceptance, Command, Event> ACCEPTANCE = Catalogue.of(
                    "acceptance", "acceptances", Acceptance.DECIDER)
            .creates(OpenAcceptance.class, Acceptance::open)
            .command(RequestAcceptance.class, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    RequestAcceptance.class,
                    () -> DELIVERY_PROJECT,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    Suspension.class,
                    DeliveryProject::suspended)
            .reads(
                    RequestAcceptance.class,
                    () -> CONTRACT_COPY,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    Agreed.class,
                    ContractCopyCatalogue::agreed)
            .duty(
                    RequestAcceptance.class,
                    DELIVERY_TEAM,
                    () -> DELIVERY_PROJECT,
                    (id, _, _) -> id,
                    DeliveryProject::workers)
            .command(ScheduleAcceptance.class, DELIVERY_MANAGER, ENGINEERING)
            .reads(
                    ScheduleAcceptance.class,
                    () -> DELIVERY_PROJECT,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    Suspension.class,
                    DeliveryProject::suspended)
            .reads(
                    ScheduleAcceptance.class,
                    () -> HANDOVER,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .duty(
                    ScheduleAcceptance.class,
                    DELIVERY_TEAM,
                    () -> DELIVERY_PROJECT,
                    (id, _, _) -> id,
                    DeliveryProject::workers)
            .command(RecordInspection.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .reads(
                    RecordInspection.class,
                    () -> DELIVERY_PROJECT,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    Suspension.class,
                    DeliveryProject::suspended)
            .command(DecideAcceptance.class, DELIVERY_MANAGER, QA)
            .reads(
                    DecideAcceptance.class,
                    () -> HANDOVER,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .reads(
                    DecideAcceptance.class,
                    () -> DELIVERY_PROJECT,
                    (acceptance, _) ->
                            Objects.requireNonNull(acceptance).opening().contractId(),
                    Team.class,
                    DeliveryProject::people)
            .command(CompleteRectification.class, DELIVERY_MANAGER, ENGINEERING)
            .duty(
                    CompleteRectification.class,
                    DELIVERY_TEAM,
                    () -> DELIVERY_PROJECT,
                    (id, _, _) -> id,
                    DeliveryProject::workers)
            .command(IssueReport.class, DELIVERY_MANAGER, QA)
            .reads(
                    IssueReport.class,
                    () -> DOCUMENT,
                    (_, report) -> report.documentId(),
                    NeededDocument.class,
                    Document::needed)
            .event(AcceptanceOpened.class, "acceptance.opened", 1)
            .event(AcceptanceRequested.class, "acceptance.requested", 1)
            .event(AcceptanceRequestRejected.class, "acceptance.request-rejected", 1)
            .event(AcceptanceScheduled.class, "acceptance.scheduled", 1)
            .event(AcceptanceInspected.class, "acceptance.inspected", 1)
            .event(SinglePointAccepted.class, "acceptance.single-point-accepted", 1)
            .personal(SinglePointAccepted.class, AcceptanceCatalogue::acceptor, "acceptor")
            .event(ComprehensiveAccepted.class, "acceptance.comprehensive-accepted", 1)
            .personal(ComprehensiveAccepted.class, AcceptanceCatalogue::acceptor, "acceptor")
            .event(AcceptanceFailed.class, "acceptance.failed", 1)
            .personal(AcceptanceFailed.class, AcceptanceCatalogue::acceptor, "acceptor")
            .event(RectificationCompleted.class, "acceptance.rectification-completed", 1)
            .event(AcceptanceReportIssued.class, "acceptance.report-issued", 1)
            .open()
            .refusals(AcceptanceRefusal.class, DAY_IMPLAUSIBLE, DOCUMENT_NOT_IN_EFFECT)
            .refusals(Suspension.No.class)
            .view(View.class, View::of);

    /** Whoever sold the contract learns the day of an acceptance. */
    public static final NoticeRule<AcceptanceScheduled> SCHEDULED_NOTICE = notice("acceptance-scheduled")
            .on(ACCEPTANCE, AcceptanceScheduled.class)
            .concerning(AcceptanceScheduled::owner)
            .to(OWNER);

    /** Whoever sold the contract, and the manager, learn that the customer has not accepted. */
    public static final NoticeRule<AcceptanceFailed> FAILED_NOTICE = notice("acceptance-failed")
            .on(ACCEPTANCE, AcceptanceFailed.class)
            .concerning(AcceptanceFailed::owner)
            .to(OWNER, MANAGER);

    private AcceptanceCatalogue() {}

    /** Whoever accepts one point is a person apart, so that one can be forgotten without the other. */
    private static UUID acceptor(UUID contract, PointEvent decided) {
        return UUID.nameUUIDFromBytes(
                "acceptor of %s of %s".formatted(decided.point(), contract).getBytes(UTF_8));
    }

    /**
     * What a read shows of the acceptance of a contract.
     *
     * @param status OPEN, or ACCEPTED once the comprehensive acceptance passed
     * @param acceptedOn the day of the comprehensive acceptance
     */
    public record View(
            String status,
            UUID contractId,
            UUID opportunityId,
            @Nullable LocalDate acceptedOn,
            List<PointView> points) {

        static View of(Acceptance acceptance) {
            var acceptedOn = acceptance
                    .comprehensive()
                    .map(point -> point.stage() instanceof Passed passed ? passed.acceptedOn() : null)
                    .orElse(null);
            return new View(
                    acceptedOn == null ? "OPEN" : "ACCEPTED",
                    acceptance.opening().contractId(),
                    acceptance.opening().opportunityId(),
                    acceptedOn,
                    acceptance.points().stream().map(PointView::of).toList());
        }
    }

    /**
     * One point.
     *
     * @param status REQUESTED, SCHEDULED, INSPECTED, FAILED, PASSED, PASSED_WITH_REMARKS or REPORTED
     * @param acceptor the person of the customer who accepted it; absent where that was not noted
     * @param report what shows that the customer has the report; absent until then
     * @param scheduledOn the day agreed for the inspection that is still to come
     */
    public record PointView(
            UUID point,
            AcceptanceKind kind,
            @Nullable String item,
            String status,
            String qualityStandard,
            @Nullable LocalDate scheduledOn,
            @Nullable String measured,
            @Nullable LocalDate inspectedOn,
            @Nullable AcceptanceResult result,
            @Nullable String remarks,
            @Nullable LocalDate acceptedOn,
            @Nullable String acceptor,
            @Nullable LocalDate reportOn,
            @Nullable Evidence report) {

        private static PointView of(Point point) {
            return switch (point.stage()) {
                case Requested _ -> of(point, "REQUESTED", null, null, null, null, null);
                case Scheduled(var on, var _) -> of(point, "SCHEDULED", on, null, null, null, null);
                case Inspected inspected -> of(point, "INSPECTED", null, inspected, null, null, null);
                case Failed(var inspected, var remarks) ->
                    of(point, "FAILED", null, inspected, AcceptanceResult.FAILED, remarks, null);
                case Passed passed -> {
                    var status = passed.reportOn() == null ? passed.result().name() : "REPORTED";
                    yield of(point, status, null, passed.inspection(), passed.result(), passed.remarks(), passed);
                }
            };
        }

        private static PointView of(
                Point point,
                String status,
                @Nullable LocalDate scheduledOn,
                @Nullable Inspected inspected,
                @Nullable AcceptanceResult result,
                @Nullable String remarks,
                @Nullable Passed passed) {
            return new PointView(
                    point.id(),
                    point.kind(),
                    point.item(),
                    status,
                    point.qualityStandard(),
                    scheduledOn,
                    inspected == null ? null : inspected.measured(),
                    inspected == null ? null : inspected.on(),
                    result,
                    remarks,
                    passed == null ? null : passed.acceptedOn(),
                    passed == null ? null : passed.acceptor(),
                    passed == null ? null : passed.reportOn(),
                    passed == null ? null : report(passed));
        }

        /** A version that was in effect is a fact, anything else whoever's word. */
        private static @Nullable Evidence report(Passed passed) {
            return passed.reportOn() == null ? null : SummaryReport.evidence(null, passed.report());
        }
    }
}
