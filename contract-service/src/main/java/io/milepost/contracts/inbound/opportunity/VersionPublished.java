package io.milepost.contracts.inbound.opportunity;

import io.milepost.contracts.kernel.ReviewRule;
import java.util.List;

/** {@code sales-process.version-published}: which departments look at the contracts of its deals. */
public record VersionPublished(int version, String name, Template template) {

    /** What of the version concerns contracts. */
    public record Template(List<ReviewRule> reviews) {
        public Template {
            reviews = List.copyOf(reviews);
        }
    }
}
