package io.milepost.opportunities.opportunity.domain.salesprocess;

import org.jspecify.annotations.Nullable;

/**
 * The least that must be done before a deal has truly entered a stage.
 *
 * @param recurring may be reached on more than one day, as a product is shown more than once
 * @param followsFrom the fact that reaches it by itself while the deal stands in its stage; stated by the seller alone when absent
 */
public record Milestone(
        String code,
        String meaning,
        boolean recurring,
        @Nullable Fact followsFrom) {

    Milestone following(Fact fact) {
        return new Milestone(code, meaning, recurring, fact);
    }
}
