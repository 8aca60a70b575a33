package io.milepost.contracts.termsassessment.domain;

import io.milepost.contracts.kernel.Review;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a read shows of the latest assessment.
 *
 * @param status STANDARD where the standard terms do, DEVIATING where something else is wanted
 * @param reviews who will have to look at a contract with these deviations
 */
public record TermsAssessmentView(
        String status,
        UUID opportunityId,
        List<Deviation> deviations,
        List<Review> reviews,
        String assessedBy,
        LocalDate assessedOn) {

    public static @Nullable TermsAssessmentView of(TermsAssessment state) {
        return switch (state) {
            case TermsAssessment.Unknown _ -> null;
            case TermsAssessment.Assessed(var latest) ->
                new TermsAssessmentView(
                        latest.deviations().isEmpty() ? "STANDARD" : "DEVIATING",
                        latest.opportunityId(),
                        latest.deviations(),
                        latest.reviews(),
                        latest.assessedBy(),
                        latest.assessedOn());
        };
    }
}
