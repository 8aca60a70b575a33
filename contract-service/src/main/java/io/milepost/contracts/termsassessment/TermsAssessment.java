package io.milepost.contracts.termsassessment;

import static io.milepost.contracts.termsassessment.TermsAssessment.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Refusal.*;

import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Checks;
import io.milepost.platform.decision.Decider;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Limit;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Refusal;
import io.milepost.platform.value.Codes;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Whether the standard terms will do for a deal, and who has to look at what does not fit, known while it is prepared. */
public record TermsAssessment(StandardTermsAssessed latest) {
    static final Decider<TermsAssessment, Command, Event> DECIDER =
            new Decider<>(TermsAssessment::decide, TermsAssessment::begin, TermsAssessment::evolve);

    /**
     * Compares the standard terms with what the customer of this opportunity asks for; under the opportunity's own id.
     *
     * @param deviations none where the standard terms do
     */
    public record AssessStandardTerms(UUID opportunityId, List<Deviation> deviations) {
        public AssessStandardTerms {
            deviations = List.copyOf(deviations);
        }
    }

    /** What may be asked of an assessment that was made. */
    public sealed interface Command {}

    /** Compares them anew; takes the place of the assessment before. */
    public record ReassessStandardTerms(List<Deviation> deviations) implements Command {
        public ReassessStandardTerms {
            deviations = List.copyOf(deviations);
        }
    }

    public sealed interface Event {}

    /**
     * Assessed, for the first time or anew.
     *
     * @param reviews who will have to look at a contract with these deviations, in the order of the departments
     * @param assessedBy the subject of the token
     */
    public record StandardTermsAssessed(
            UUID opportunityId,
            List<Deviation> deviations,
            List<Review> reviews,
            String assessedBy,
            LocalDate assessedOn)
            implements Event {
        public StandardTermsAssessed {
            deviations = List.copyOf(deviations);
            reviews = List.copyOf(reviews);
        }
    }

    public enum No implements Refusal {
        OPPORTUNITY_FOREIGN(rule("an assessment must have the id of its opportunity")),
        CLAUSE_MISSING(rule("a deviation must name the standard clause")),
        CLAUSE_DOUBLED(rule("a standard clause can have only one deviation")),
        DEVIATION_MISSING(rule("a deviation must say what is wanted instead"));

        private final Reason reason;

        No(Reason reason) {
            this.reason = reason;
        }

        @Override
        public Reason reason() {
            return reason;
        }
    }

    /**
     * What a customer asks for instead of a standard clause.
     *
     * @param clause code of the standard clause
     * @param wanted what it would say instead
     * @param concerns the departments that it concerns beside the legal one, which reviews every special clause
     */
    public record Deviation(
            String clause, @Limit(Limit.NOTE) String wanted, List<Review> concerns) {
        public Deviation {
            concerns = List.copyOf(concerns);
        }
    }

    static Decision<Event> assess(AssessStandardTerms assess, Occasion occasion) {
        var own = check().that(assess.opportunityId().equals(occasion.id()), "/opportunityId", OPPORTUNITY_FOREIGN);
        return assessed(own, assess.deviations(), occasion);
    }

    static Decision<Event> decide(TermsAssessment assessment, Command command, Occasion occasion) {
        return switch (command) {
            case ReassessStandardTerms(var deviations) ->
                deviations.equals(assessment.latest.deviations())
                        ? unchanged()
                        : assessed(check(), deviations, occasion);
        };
    }

    static TermsAssessment begin(Event first) {
        return new TermsAssessment((StandardTermsAssessed) first);
    }

    static TermsAssessment evolve(TermsAssessment assessment, Event event) {
        return switch (event) {
            case StandardTermsAssessed again -> new TermsAssessment(again);
        };
    }

    private static Decision<Event> assessed(Checks checks, List<Deviation> deviations, Occasion occasion) {
        var clauses = new HashSet<String>();
        for (int i = 0; i < deviations.size(); i++) {
            var deviation = deviations.get(i);
            var pointer = "/deviations/" + i;
            checks = checks.text(pointer + "/clause", deviation.clause(), CLAUSE_MISSING)
                    .text(pointer + "/wanted", deviation.wanted(), DEVIATION_MISSING)
                    .that(clauses.add(Codes.canonical(deviation.clause())), pointer + "/clause", CLAUSE_DOUBLED);
        }
        return checks.accept(() -> new StandardTermsAssessed(
                occasion.id(), deviations, reviewsOf(deviations), occasion.who().name(), occasion.today()));
    }

    private static List<Review> reviewsOf(List<Deviation> deviations) {
        var reviews = EnumSet.noneOf(Review.class);
        for (var deviation : deviations) {
            reviews.add(Review.LEGAL);
            reviews.addAll(deviation.concerns());
        }
        return List.copyOf(reviews);
    }
}
