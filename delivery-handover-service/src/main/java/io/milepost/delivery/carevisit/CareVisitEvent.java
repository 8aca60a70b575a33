package io.milepost.delivery.carevisit;

import io.milepost.delivery.carevisit.CareVisit.*;
import io.milepost.delivery.kernel.VisitRules;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to such a care visit. */
public sealed interface CareVisitEvent {

    /** {@code rules} are those of the sales process of the contract; absent where it has none, which is as for everybody. */
    record CareVisitScheduled(
            UUID accountId,
            @Nullable UUID contractId,
            LocalDate on,
            String owner,
            @Nullable VisitRules rules) implements CareVisitEvent {

        CareVisitScheduled ownedBy(String another) {
            return new CareVisitScheduled(accountId, contractId, on, another, rules);
        }
    }

    record CareVisitRescheduled(LocalDate from, LocalDate on, String reason) implements CareVisitEvent {}

    /** The feedback is stored sealed; the key is the keyed hash by which the same is known again. */
    record CareVisitDone(
            UUID accountId,
            @Nullable UUID contractId,
            LocalDate on,
            Means means,
            @Nullable Integer satisfaction,
            @Nullable String feedback,
            String by,
            @Nullable String feedbackKey)
            implements CareVisitEvent {}

    /**
     * Nobody came.
     *
     * @param next the day for which it stands now; absent where somebody has to name one
     */
    record CareVisitMissed(LocalDate on, @Nullable LocalDate next, String owner) implements CareVisitEvent {}

    /** The need is stored sealed; the key is the keyed hash by which the same is known again. */
    record VisitNeedFound(
            UUID accountId,
            @Nullable UUID contractId,
            String need,
            String foundBy,
            @Nullable String needKey) implements CareVisitEvent {}

    /** Another member makes it. */
    record CareVisitAssigned(String owner) implements CareVisitEvent {}

    record CareVisitCancelled(String reason) implements CareVisitEvent {}

    /** Whoever visits is reminded; the visit is in some days. */
    record CareVisitAnnounced(LocalDate on, String owner) implements CareVisitEvent {}
}
