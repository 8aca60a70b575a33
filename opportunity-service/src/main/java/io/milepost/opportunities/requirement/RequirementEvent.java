package io.milepost.opportunities.requirement;

import io.milepost.opportunities.requirement.Requirement.*;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened to a requirement. Every event names the opportunity, whose messages keep one order. */
public sealed interface RequirementEvent {
    UUID opportunityId();

    record RequirementOpened(UUID opportunityId, String owner, String title) implements RequirementEvent {}

    record OpinionRecorded(UUID opportunityId, String code, String by, String text, LocalDate on)
            implements RequirementEvent {}

    record OpinionSorted(UUID opportunityId, String code, OpinionKind kind, Weight weight, String analysis)
            implements RequirementEvent {}

    /** The document as it reads in this version, from 1; a draft that nobody has seen keeps its number. */
    record RequirementDrafted(
            UUID opportunityId,
            int version,
            String scope,
            List<RequirementItem> items,
            @Nullable List<NeededSupport> support)
            implements RequirementEvent {
        public RequirementDrafted {
            items = List.copyOf(items);
            support = support == null || support.isEmpty() ? null : List.copyOf(support);
        }
    }

    record RequirementSubmitted(UUID opportunityId, int version, String submittedBy) implements RequirementEvent {}

    record RequirementReviewed(UUID opportunityId, int version, String findings, String reviewedBy, LocalDate on)
            implements RequirementEvent {}

    record RequirementReviewFailed(UUID opportunityId, int version, String findings, String reviewedBy, LocalDate on)
            implements RequirementEvent {}

    /**
     * The customer understands the version as we do.
     *
     * @param recordedBy who noted it: code of the member, or the token's subject; absent in what was stored before it was asked for
     */
    record RequirementConfirmed(
            UUID opportunityId,
            int version,
            String by,
            String evidence,
            LocalDate on,
            @Nullable String recordedBy) implements RequirementEvent {}

    record RequirementDisputed(UUID opportunityId, int version, String by, String about, LocalDate on)
            implements RequirementEvent {}

    /** Both sides have confirmed the version, which fixes the scope (G09). */
    record RequirementBaselined(UUID opportunityId, int version, String confirmedBy, LocalDate on)
            implements RequirementEvent {}
}
