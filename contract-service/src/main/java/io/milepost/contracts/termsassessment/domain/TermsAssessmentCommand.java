package io.milepost.contracts.termsassessment.domain;

import java.util.List;
import java.util.UUID;

/** What may be asked of an assessment of the standard terms. */
public sealed interface TermsAssessmentCommand {

    /**
     * Compares the standard terms with what the customer of this opportunity asks for; under the opportunity's own id.
     *
     * @param deviations none where the standard terms do
     */
    record AssessStandardTerms(UUID opportunityId, List<Deviation> deviations) implements TermsAssessmentCommand {
        public AssessStandardTerms {
            deviations = List.copyOf(deviations);
        }
    }

    /** Compares them anew; takes the place of the assessment before. */
    record ReassessStandardTerms(List<Deviation> deviations) implements TermsAssessmentCommand {
        public ReassessStandardTerms {
            deviations = List.copyOf(deviations);
        }
    }
}
