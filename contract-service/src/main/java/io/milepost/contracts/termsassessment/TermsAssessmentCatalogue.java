package io.milepost.contracts.termsassessment;

import static io.milepost.platform.catalogue.Role.*;

import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.termsassessment.TermsAssessment.*;
import io.milepost.platform.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The commands and events of the assessment of standard terms, with paths, roles and names. */
public final class TermsAssessmentCatalogue {

    public static final Catalogue<TermsAssessment, Command, Event> TERMS_ASSESSMENT = Catalogue.of(
                    "terms-assessment", "terms-assessments", TermsAssessment.DECIDER)
            .creates(AssessStandardTerms.class, TermsAssessment::assess, SALES_REP, SALES_MANAGER, LEGAL)
            .command(ReassessStandardTerms.class, SALES_REP, SALES_MANAGER, LEGAL)
            .event(StandardTermsAssessed.class, "terms-assessment.standard-terms-assessed", 1)
            .open()
            .refusals(No.class)
            .view(View.class, assessment -> View.of(assessment.latest()));

    private TermsAssessmentCatalogue() {}

    /**
     * What a read shows of the latest assessment.
     *
     * @param status STANDARD where the standard terms do, DEVIATING where something else is wanted
     * @param reviews who will have to look at a contract with these deviations
     */
    public record View(
            String status,
            UUID opportunityId,
            List<Deviation> deviations,
            List<Review> reviews,
            String assessedBy,
            LocalDate assessedOn) {
        static View of(StandardTermsAssessed latest) {
            return new View(
                    latest.deviations().isEmpty() ? "STANDARD" : "DEVIATING",
                    latest.opportunityId(),
                    latest.deviations(),
                    latest.reviews(),
                    latest.assessedBy(),
                    latest.assessedOn());
        }
    }
}
