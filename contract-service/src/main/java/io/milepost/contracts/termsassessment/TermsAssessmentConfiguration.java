package io.milepost.contracts.termsassessment;

import io.milepost.contracts.termsassessment.domain.TermsAssessment;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentCommand;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentEvent;
import io.milepost.platform.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the assessment of standard terms to the platform. */
@Configuration(proxyBeanMethods = false)
public class TermsAssessmentConfiguration {

    @Bean
    Catalogue<TermsAssessment, TermsAssessmentCommand, TermsAssessmentEvent> termsAssessment() {
        return TermsAssessmentMessages.TERMS_ASSESSMENT;
    }
}
