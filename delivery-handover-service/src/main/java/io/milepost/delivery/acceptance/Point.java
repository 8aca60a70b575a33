package io.milepost.delivery.acceptance;

import io.milepost.delivery.acceptance.Acceptance.*;
import io.milepost.platform.value.DocumentVersion;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be accepted, and how far it has come.
 *
 * @param item what it is; every single point has one
 * @param qualityStandard the contract's standard that it is measured against
 */
public record Point(UUID id, AcceptanceKind kind, @Nullable String item, String qualityStandard, Stage stage) {

    /** How far a point has come. */
    public sealed interface Stage {}

    /** Not inspected yet, or not again. */
    public sealed interface Uninspected extends Stage {
        /** The earliest day of its inspection, where that is known. */
        @Nullable
        LocalDate notBefore();
    }

    public record Requested(@Nullable LocalDate notBefore) implements Uninspected {}

    public record Scheduled(LocalDate on, @Nullable LocalDate notBefore) implements Uninspected {}

    /**
     * To be decided on.
     *
     * @param by code of the member who inspected, where that is known
     */
    public record Inspected(
            String measured, LocalDate on, @Nullable String by) implements Stage {}

    /** To be rectified and inspected again. */
    public record Failed(Inspected inspection, String remarks) implements Stage {}

    /**
     * Accepted by the customer.
     *
     * @param acceptor the person of the customer who decided, sealed; absent where that was not noted
     * @param reportOn when the customer got the report, null until then
     * @param report the version of the document that it is; null where none was named
     */
    public record Passed(
            Inspected inspection,
            AcceptanceResult result,
            @Nullable String remarks,
            LocalDate acceptedOn,
            @Nullable String acceptor,
            @Nullable LocalDate reportOn,
            @Nullable DocumentVersion report)
            implements Stage {}

    static Point of(AcceptanceRequested requested, @Nullable LocalDate notBefore) {
        return new Point(
                requested.point(),
                requested.kind(),
                requested.item(),
                requested.qualityStandard(),
                new Requested(notBefore));
    }

    boolean isComprehensive() {
        return kind == AcceptanceKind.COMPREHENSIVE;
    }

    boolean isPassed() {
        return stage instanceof Passed;
    }

    /** What people call it. */
    String title() {
        return item == null ? kind.name() : item;
    }

    Point after(PointEvent event) {
        return new Point(id, kind, item, qualityStandard, next(event));
    }

    private Stage next(PointEvent event) {
        return switch (event) {
            case AcceptanceScheduled(var _, var on, var _) -> new Scheduled(on, ((Uninspected) stage).notBefore());
            case AcceptanceInspected(var _, var _, var measured, var on, var by) -> new Inspected(measured, on, by);
            case AcceptanceFailed failed -> new Failed((Inspected) stage, failed.remarks());
            case RectificationCompleted _ ->
                new Requested(((Failed) stage).inspection().on());
            case SinglePointAccepted(var _, var _, var _, var result, var remarks, var on, var _, var acceptor) ->
                new Passed((Inspected) stage, result, remarks, on, acceptor, null, null);
            case ComprehensiveAccepted(
                    var _,
                    var _,
                    var result,
                    var remarks,
                    var on,
                    var _,
                    var _,
                    var _,
                    var acceptor) -> new Passed((Inspected) stage, result, remarks, on, acceptor, null, null);
            case AcceptanceReportIssued issued -> reported((Passed) stage, issued);
        };
    }

    private static Passed reported(Passed passed, AcceptanceReportIssued issued) {
        return new Passed(
                passed.inspection(),
                passed.result(),
                passed.remarks(),
                passed.acceptedOn(),
                passed.acceptor(),
                issued.on(),
                issued.document());
    }
}
