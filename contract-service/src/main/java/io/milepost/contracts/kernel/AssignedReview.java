package io.milepost.contracts.kernel;

import io.milepost.platform.value.Codes;
import java.util.List;
import java.util.stream.Stream;

/** Whose a review is, by the code of the member, who alone gives it until it is handed over. */
public record AssignedReview(Review review, String reviewer) {

    /** Whose this one is; empty where it is its department's. */
    public static List<String> reviewersOf(Review review, List<AssignedReview> all) {
        return all.stream()
                .filter(one -> one.review() == review)
                .map(AssignedReview::reviewer)
                .toList();
    }

    /** Whether it is this member's already. */
    public boolean isIn(List<AssignedReview> all) {
        return reviewersOf(review, all).stream().anyMatch(one -> Codes.same(one, reviewer));
    }

    /** With this one in the place of whose it was. */
    public List<AssignedReview> in(List<AssignedReview> all) {
        return Stream.concat(all.stream().filter(one -> one.review() != review), Stream.of(this))
                .sorted((one, other) -> one.review().compareTo(other.review()))
                .toList();
    }
}
