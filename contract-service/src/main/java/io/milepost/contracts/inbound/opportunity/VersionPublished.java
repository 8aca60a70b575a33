package io.milepost.contracts.inbound.opportunity;

import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sales-process.version-published}: which departments look at the contracts of its deals, and what both sides owe under them. */
public record VersionPublished(int version, String name, Template template) {

    /** What of the version concerns contracts; without obligations where it has none. */
    public record Template(
            List<ReviewRule> reviews, @Nullable List<ObligationTerm> obligations) {
        public Template {
            reviews = List.copyOf(reviews);
            obligations = obligations == null || obligations.isEmpty() ? null : List.copyOf(obligations);
        }
    }
}
