package io.milepost.delivery.deviation;

import static io.milepost.delivery.handover.HandoverCatalogue.HANDOVER;
import static io.milepost.platform.catalogue.Role.*;
import static io.milepost.platform.decision.Usual.*;
import static io.milepost.platform.notice.Notice.Addressee.MANAGER;
import static io.milepost.platform.notice.Notice.Addressee.OWNER;
import static io.milepost.platform.notice.NoticeRule.notice;

import io.milepost.delivery.deviation.Deviation.*;
import io.milepost.delivery.handover.HandoverCatalogue;
import io.milepost.delivery.kernel.SoldContract;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.notice.NoticeRule;
import io.milepost.platform.timer.Due;
import io.milepost.platform.timer.DueDate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deviation's commands and events, the day of its correction, and who is told of it. */
public final class DeviationCatalogue {
    private static final String CORRECTOR = "whoever sees to the correction";

    public static final Catalogue<Deviation, Command, Event> DEVIATION = Catalogue.of(
                    "deviation", "deviations", Deviation.DECIDER)
            .creates(RecordDeviation.class, Deviation::record, DELIVERY_MANAGER, ENGINEERING, QA, FINANCE, IMPORTER)
            .reads(
                    RecordDeviation.class,
                    () -> HANDOVER,
                    (_, record) -> record.contractId(),
                    SoldContract.class,
                    HandoverCatalogue::sold)
            .command(ReviseCorrection.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .duty(ReviseCorrection.class, CORRECTOR, DeviationCatalogue::corrector)
            .command(AssignCorrection.class, DELIVERY_MANAGER, QA)
            .command(CloseDeviation.class, DELIVERY_MANAGER, ENGINEERING, QA)
            .duty(CloseDeviation.class, CORRECTOR, DeviationCatalogue::corrector)
            .command(MarkCorrectionOverdue.class)
            .event(DeviationFound.class, "deviation.found", 1)
            .event(CorrectionRevised.class, "deviation.correction-revised", 1)
            .event(CorrectionAssigned.class, "deviation.correction-assigned", 1)
            .event(DeviationCorrected.class, "deviation.corrected", 1)
            .event(CorrectionOverdue.class, "deviation.correction-overdue", 1)
            .rootedBy(Event::contractId)
            .ownedBy(deviation -> deviation.found().owner())
            .refusals(No.class, TEXT_MISSING, OWNER_MISSING, AMOUNT_NEGATIVE, CURRENCIES_MIXED, DAY_IMPLAUSIBLE)
            .view(View.class, View::of);

    /** A correction waits for the end of its last day. */
    public static final Due<Deviation> CORRECTION_DUE = new Due<>(
            "correction-due",
            DEVIATION,
            MarkCorrectionOverdue.class,
            deviation -> deviation.awaits(deviation.dueOn())
                    ? List.of(DueDate.endOf(deviation.dueOn(), new MarkCorrectionOverdue(deviation.dueOn()))
                            .ownedBy(deviation.found().owner()))
                    : List.of());

    /** An overdue correction is told to whoever sees to it and the manager. */
    public static final NoticeRule<CorrectionOverdue> CORRECTION_NOTICE =
            notice("correction-overdue").on(DEVIATION, CorrectionOverdue.class).to(OWNER, MANAGER);

    private DeviationCatalogue() {}

    private static List<String> corrector(Deviation deviation) {
        return List.of(deviation.found().owner());
    }

    /**
     * What a read shows.
     *
     * @param status OPEN, OVERDUE or CORRECTED
     * @param found with the correction as it was revised last, and who sees to it now
     */
    public record View(
            String status,
            DeviationFound found,
            LocalDate dueOn,
            boolean overdue,
            @Nullable DeviationCorrected corrected) {
        static View of(Deviation deviation) {
            var late = deviation.overdue() ? "OVERDUE" : "OPEN";
            return new View(
                    deviation.corrected() == null ? late : "CORRECTED",
                    deviation.found(),
                    deviation.dueOn(),
                    deviation.overdue(),
                    deviation.corrected());
        }
    }
}
