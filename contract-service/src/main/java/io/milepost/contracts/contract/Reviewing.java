package io.milepost.contracts.contract;

import static io.milepost.contracts.contract.Contract.No.*;
import static io.milepost.platform.decision.Checks.check;
import static io.milepost.platform.decision.Decision.*;
import static io.milepost.platform.decision.Usual.REASON_MISSING;

import io.milepost.contracts.contract.Contract.*;
import io.milepost.contracts.contract.ContractCommand.*;
import io.milepost.contracts.contract.ContractEvent.*;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Review;
import io.milepost.contracts.kernel.RiskLevel;
import io.milepost.contracts.kernel.StandardReviews;
import io.milepost.platform.decision.Decision;
import io.milepost.platform.decision.Occasion;
import io.milepost.platform.decision.Who;
import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each department that the contract concerns reviews it once, by the member to whom that is assigned (R-124 to R-129, gate G14); the first rejection ends the round. */
final class Reviewing {

    /** The largest risk of its deal; null where none is open. */
    record RiskOfDeal(@Nullable RiskLevel level) {}

    private Reviewing() {}

    /** A complete contract states its scope, so there is always somebody to review it. */
    static Decision<ContractEvent> submit(Open contract, Occasion occasion) {
        if (contract.reviews().areRunning() || contract.reviews().haveApproved()) {
            return unchanged();
        }
        var missing = contract.agreement().missing(contract.needed());
        var risk = occasion.read(RiskOfDeal.class).map(RiskOfDeal::level).orElse(null);
        var rules = Objects.requireNonNullElse(contract.draft().reviewRules(), StandardReviews.RULES);
        return missing.isEmpty()
                ? accepted(requested(contract.agreement().requiredReviews(rules, risk), contract.reviews()))
                : incomplete(missing);
    }

    /** Whose a review was before has it again, and is told. */
    private static List<ContractEvent> requested(List<Review> reviews, Reviews before) {
        var again = before.assigned().stream()
                .filter(one -> reviews.contains(one.review()))
                .map(one -> new ContractReviewAssigned(one.review(), one.reviewer(), null));
        return Stream.concat(Stream.<ContractEvent>of(new ContractReviewRequested(reviews)), again)
                .toList();
    }

    /** From then on it is this member's alone, until it is handed over. */
    static Decision<ContractEvent> assign(Open contract, AssignReview assign) {
        var reviews = contract.reviews();
        var assigned = new AssignedReview(assign.review(), assign.reviewer());
        return check().text("/reviewer", assign.reviewer())
                .that(!Codes.same(assign.reviewer(), contract.draft().owner()), "/reviewer", REVIEWER_IS_OWNER)
                .then(() -> {
                    if (!reviews.open().contains(assign.review())) {
                        return refused(REVIEW_NOT_OPEN);
                    }
                    return assigned.isIn(reviews.assigned())
                            ? unchanged()
                            : accepted(new ContractReviewAssigned(
                                    assign.review(),
                                    assign.reviewer(),
                                    reviews.reviewersOf(assign.review()).stream()
                                            .findFirst()
                                            .orElse(null)));
                });
    }

    static Decision<ContractEvent> decide(Open contract, DecideReview decide, Who who) {
        var review = decide.review();
        if (review == Review.WHOLE) {
            return refusedAt("/review", WHOLE_IS_JUDGED);
        }
        if (decide.passed() && contract.reviews().passed().contains(review)) {
            return unchanged();
        }
        if (!contract.reviews().open().contains(review)) {
            return refused(REVIEW_NOT_OPEN);
        }
        if (who.isMember(contract.draft().owner())) {
            return refused(REVIEWED_BY_OWNER);
        }
        if (decide.passed()) {
            return accepted(passed(contract, review));
        }
        return decide.reason() == null || decide.reason().isBlank()
                ? refusedAt("/reason", REASON_MISSING)
                : accepted(new ContractReviewRejected(review, decide.reason()));
    }

    /** Last of all, and of the whole: fair, valid, within law and policy. */
    static Decision<ContractEvent> judge(Open contract, JudgeContract judge, Occasion occasion) {
        var reviews = contract.reviews();
        boolean passed = judge.fair() && judge.valid() && judge.lawful() && judge.withinPolicy();
        if (passed && reviews.passed().contains(Review.WHOLE)) {
            return unchanged();
        }
        if (!reviews.open().contains(Review.WHOLE)) {
            return refused(REVIEW_NOT_OPEN);
        }
        if (occasion.who().isMember(contract.draft().owner())) {
            return refused(JUDGE_IS_OWNER);
        }
        if (reviews.open().size() > 1) {
            return refused(DEPARTMENTS_STILL_REVIEWING);
        }
        var verdict = new ContractJudged(
                judge.fair(),
                judge.valid(),
                judge.lawful(),
                judge.withinPolicy(),
                judge.reason(),
                occasion.who().name(),
                occasion.today());
        if (passed) {
            return accepted(Stream.concat(Stream.of(verdict), passed(contract, Review.WHOLE).stream())
                    .toList());
        }
        return judge.reason() == null || judge.reason().isBlank()
                ? refusedAt("/reason", REASON_MISSING)
                : accepted(List.of(verdict, new ContractReviewRejected(Review.WHOLE, judge.reason())));
    }

    /** Refused, and on record. */
    static Decision<ContractEvent> incomplete(List<String> missing) {
        return Decision.<ContractEvent>refused(CONTRACT_INCOMPLETE, "missing: " + String.join(", ", missing))
                .onRecord(List.of(new ContractIncompleteFlagged(missing)));
    }

    private static List<ContractEvent> passed(Open contract, Review review) {
        var after = contract.reviews().passing(review);
        return after.haveApproved()
                ? List.of(new ContractReviewPassed(review), new ContractApproved(after.passed()))
                : List.of(new ContractReviewPassed(review));
    }
}
