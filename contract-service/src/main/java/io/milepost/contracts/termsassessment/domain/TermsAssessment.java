package io.milepost.contracts.termsassessment.domain;

import static io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal.ASSESSMENT_ALREADY_MADE;
import static io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal.ASSESSMENT_UNKNOWN;
import static io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal.CLAUSE_DOUBLED;
import static io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal.CLAUSE_MISSING;
import static io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal.DEVIATION_MISSING;
import static io.milepost.contracts.termsassessment.domain.TermsAssessmentRefusal.OPPORTUNITY_FOREIGN;
import static io.milepost.platform.decision.Decision.accepted;
import static io.milepost.platform.decision.Decision.unchanged;

import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentCommand.AssessStandardTerms;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentCommand.ReassessStandardTerms;
import io.milepost.contracts.termsassessment.domain.TermsAssessmentEvent.StandardTermsAssessed;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Decision.Refused;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.value.Codes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;

/** Whether the standard terms will do for a deal, and who has to look at what does not fit, known while it is prepared. */
public sealed interface TermsAssessment {

    record Unknown() implements TermsAssessment {}

    record Assessed(StandardTermsAssessed latest) implements TermsAssessment {}

    static Decision<TermsAssessmentEvent> decide(
            TermsAssessment state, TermsAssessmentCommand command, Occasion occasion) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case AssessStandardTerms(var opportunityId, var deviations) ->
                        opportunityId.equals(occasion.id())
                                ? assess(deviations, occasion)
                                : refused(OPPORTUNITY_FOREIGN).at("/opportunityId");
                    case ReassessStandardTerms _ -> refused(ASSESSMENT_UNKNOWN);
                };
            case Assessed(var latest) ->
                switch (command) {
                    case AssessStandardTerms _ -> refused(ASSESSMENT_ALREADY_MADE);
                    case ReassessStandardTerms(var deviations) ->
                        deviations.equals(latest.deviations()) ? unchanged() : assess(deviations, occasion);
                };
        };
    }

    static TermsAssessment evolve(TermsAssessment state, TermsAssessmentEvent event) {
        return switch (event) {
            case StandardTermsAssessed assessed -> new Assessed(assessed);
        };
    }

    private static Decision<TermsAssessmentEvent> assess(List<Deviation> deviations, Occasion occasion) {
        var clauses = new HashSet<String>();
        for (int i = 0; i < deviations.size(); i++) {
            var deviation = deviations.get(i);
            var pointer = "/deviations/" + i;
            if (deviation.clause().isBlank()) {
                return refused(CLAUSE_MISSING).at(pointer + "/clause");
            }
            if (deviation.wanted().isBlank()) {
                return refused(DEVIATION_MISSING).at(pointer + "/wanted");
            }
            if (!clauses.add(Codes.canonical(deviation.clause()))) {
                return refused(CLAUSE_DOUBLED).at(pointer + "/clause");
            }
        }
        return accepted(new StandardTermsAssessed(
                occasion.id(), deviations, reviewsOf(deviations), occasion.actor(), occasion.today()));
    }

    private static List<Review> reviewsOf(List<Deviation> deviations) {
        var reviews = EnumSet.noneOf(Review.class);
        for (var deviation : deviations) {
            reviews.add(Review.LEGAL);
            reviews.addAll(deviation.concerns());
        }
        return List.copyOf(reviews);
    }

    private static Refused<TermsAssessmentEvent> refused(TermsAssessmentRefusal reason) {
        return Decision.refused(reason);
    }
}
