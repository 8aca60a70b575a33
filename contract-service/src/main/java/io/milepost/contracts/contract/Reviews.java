package io.milepost.contracts.contract;

import io.milepost.contracts.contract.ContractEvent.ContractJudged;
import io.milepost.contracts.kernel.AssignedReview;
import io.milepost.contracts.kernel.Review;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the reviews of what is agreed have come; approved when there were some and none is open.
 *
 * @param verdict on the whole; absent until there is one
 * @param assigned whose they are, also of those that are not open; it stays when they begin anew
 */
record Reviews(
        List<Review> open, List<Review> passed, @Nullable ContractJudged verdict, List<AssignedReview> assigned) {
    static final Reviews NONE = by(List.of());

    public Reviews {
        open = List.copyOf(open);
        passed = List.copyOf(passed);
        assigned = List.copyOf(assigned);
    }

    /** None are under way. */
    static Reviews by(List<AssignedReview> assigned) {
        return new Reviews(List.of(), List.of(), null, assigned);
    }

    /** What was approved is not any more. */
    static Reviews over(Contract contract) {
        return contract instanceof Contract.Open open ? by(open.reviews().assigned) : NONE;
    }

    Reviews asking(List<Review> reviews) {
        return new Reviews(reviews, List.of(), null, assigned);
    }

    Reviews assigning(AssignedReview review) {
        return new Reviews(open, passed, verdict, review.in(assigned));
    }

    /** Whose a review is; empty where it is its department's. */
    List<String> reviewersOf(Review review) {
        return AssignedReview.reviewersOf(review, assigned);
    }

    boolean areRunning() {
        return !open.isEmpty();
    }

    boolean haveApproved() {
        return open.isEmpty() && !passed.isEmpty();
    }

    Reviews passing(Review review) {
        return new Reviews(
                open.stream().filter(other -> other != review).toList(),
                Stream.concat(passed.stream(), Stream.of(review)).toList(),
                verdict,
                assigned);
    }

    Reviews judged(ContractJudged now) {
        return new Reviews(open, passed, now, assigned);
    }
}
