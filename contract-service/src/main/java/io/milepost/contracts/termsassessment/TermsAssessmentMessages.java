package io.milepost.contracts.termsassessment;

import static io.milepost.platform.catalogue.Role.LEGAL;
import static io.milepost.platform.catalogue.Role.SALES_MANAGER;
import static io.milepost.platform.catalogue.Role.SALES_REP;

import io.milepost.contracts.termsassessment.domain.TermsAssessment;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentCommand;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentCommand.AssessStandardTerms;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentCommand.ReassessStandardTerms;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentEvent;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentEvent.StandardTermsAssessed;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentView;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.decision.Decider;

/** The commands and events of the assessment of standard terms, with paths, roles and names. */
public final class TermsAssessmentMessages {

    public static final Catalogue<TermsAssessment, TermsAssessmentCommand, TermsAssessmentEvent> TERMS_ASSESSMENT =
            Catalogue.of(
                            "terms-assessment",
                            "terms-assessments",
                            new Decider<TermsAssessment, TermsAssessmentCommand, TermsAssessmentEvent>(
                                    new TermsAssessment.Unknown(), TermsAssessment::decide, TermsAssessment::evolve))
                    .creates(AssessStandardTerms.class, SALES_REP, SALES_MANAGER, LEGAL)
                    .command(ReassessStandardTerms.class, SALES_REP, SALES_MANAGER, LEGAL)
                    .event(StandardTermsAssessed.class, "terms-assessment.standard-terms-assessed", 1)
                    .refusals(TermsAssessmentRefusal.class)
                    .view(TermsAssessmentView.class, TermsAssessmentView::of);

    private TermsAssessmentMessages() {}
}
