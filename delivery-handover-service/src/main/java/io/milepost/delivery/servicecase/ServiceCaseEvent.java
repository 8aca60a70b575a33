package io.milepost.delivery.servicecase;

import io.milepost.delivery.kernel.CaseKind;
import io.milepost.delivery.kernel.Urgency;
import io.milepost.delivery.servicecase.ServiceCase.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to such a service case. */
public sealed interface ServiceCaseEvent {

    /**
     * A case is open.
     *
     * @param promised absent where nothing is promised for its kind
     */
    record ServiceCaseOpened(
            UUID accountId,
            @Nullable UUID contractId,
            CaseKind kind,
            Urgency urgency,
            String subject,
            @Nullable String report,
            @Nullable String reportedBy,
            String owner,
            Instant openedAt,
            @Nullable Promised promised)
            implements ServiceCaseEvent {}

    /**
     * What was promised, in working days.
     *
     * @param serviceLevelId the service level that says so, or the rule set of the sales process of the contract
     * @param version of the service level or of the sales process
     */
    record Promised(UUID serviceLevelId, int version, int answerWithin, int solveWithin) {}

    record ServiceCaseAssigned(String assignee, String assignedBy) implements ServiceCaseEvent {}

    record ServiceCaseStarted(String startedBy, LocalDate on) implements ServiceCaseEvent {}

    record ServiceRendered(
            LocalDate on,
            String work,
            @Nullable BigDecimal hours,
            @Nullable Integer trained,
            String by) implements ServiceCaseEvent {}

    record ServiceCaseResolved(String solution, LocalDate on, String by) implements ServiceCaseEvent {}

    /** The feedback is stored sealed; the key is the keyed hash by which the same is known again. */
    record ServiceCaseConfirmed(
            UUID accountId,
            @Nullable UUID contractId,
            @Nullable Integer satisfaction,
            @Nullable String feedback,
            LocalDate on,
            @Nullable String feedbackKey)
            implements ServiceCaseEvent {}

    record ServiceCaseReopened(String reason, Instant reopenedAt) implements ServiceCaseEvent {}

    /** The need is stored sealed; the key is the keyed hash by which the same is known again. */
    record CaseNeedFound(
            UUID accountId,
            @Nullable UUID contractId,
            String need,
            String foundBy,
            @Nullable String needKey) implements ServiceCaseEvent {}

    record ServiceDeadlineBreached(Deadline deadline, String owner) implements ServiceCaseEvent {}
}
