package io.milepost.contracts.termsassessment.domain;

import io.milepost.contracts.kernel.Review;
import io.milepost.platform.decision.Limit;
import java.util.List;

/**
 * What a customer asks for instead of a standard clause.
 *
 * @param clause code of the standard clause
 * @param wanted what it would say instead
 * @param concerns the departments that it concerns beside the legal one, which reviews every special clause
 */
public record Deviation(String clause, @Limit(Limit.NOTE) String wanted, List<Review> concerns) {
    public Deviation {
        concerns = List.copyOf(concerns);
    }
}
