package io.milepost.contracts.termsassessment.domain;

import io.milepost.contracts.kernel.Review;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What has happened to an assessment of the standard terms. */
public sealed interface TermsAssessmentEvent {

    /**
     * Assessed, for the first time or anew.
     *
     * @param reviews who will have to look at a contract with these deviations, in the order of the departments
     * @param assessedBy the subject of the token
     */
    record StandardTermsAssessed(
            UUID opportunityId,
            List<Deviation> deviations,
            List<Review> reviews,
            String assessedBy,
            LocalDate assessedOn)
            implements TermsAssessmentEvent {
        public StandardTermsAssessed {
            deviations = List.copyOf(deviations);
            reviews = List.copyOf(reviews);
        }
    }
}
