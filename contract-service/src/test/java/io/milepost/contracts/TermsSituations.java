package io.milepost.contracts;

import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.termsassessment.TermsAssessment.AssessStandardTerms;
import io.milepost.contracts.termsassessment.TermsAssessment.Deviation;
import io.milepost.contracts.termsassessment.TermsAssessment.ReassessStandardTerms;
import io.milepost.platform.testkit.BadInputWalk;
import io.milepost.platform.testkit.BadInputWalk.Situation;
import java.util.List;
import java.util.UUID;

/** For every command of the assessment of standard terms a situation in which it is accepted, made over HTTP, and one in which it is refused. */
final class TermsSituations {
    private static final Deviation PAYMENT = new Deviation("P-1", "60 days net", List.of(Review.FINANCE));

    private TermsSituations() {}

    static BadInputWalk in(BadInputWalk walk) {
        return walk.accepted(AssessStandardTerms.class, _ -> {
                    var deal = UUID.randomUUID();
                    return new Situation(deal, new AssessStandardTerms(deal, List.of(PAYMENT)));
                })
                .accepted(ReassessStandardTerms.class, client -> {
                    var deal = UUID.randomUUID();
                    client.create(deal, new AssessStandardTerms(deal, List.of()));
                    return new Situation(deal, new ReassessStandardTerms(List.of(PAYMENT)));
                })
                .refused("CLAUSE_DOUBLED", _ -> {
                    var deal = UUID.randomUUID();
                    return new Situation(deal, new AssessStandardTerms(deal, List.of(PAYMENT, PAYMENT)));
                });
    }
}
