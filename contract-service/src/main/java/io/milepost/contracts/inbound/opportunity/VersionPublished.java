package io.milepost.contracts.inbound.opportunity;

import io.milepost.contracts.kernel.ContractRules;
import io.milepost.contracts.kernel.ObligationTerm;
import io.milepost.contracts.kernel.ReviewRule;
import io.milepost.contracts.kernel.SigningStep;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code sales-process.version-published}: which departments look at the contracts of its deals, and what both sides owe under them. */
public record VersionPublished(int version, String name, Template template) {

    /** What of the version concerns contracts; without obligations where it has none. */
    public record Template(
            List<ReviewRule> reviews,
            @Nullable List<ObligationTerm> obligations,
            @Nullable Pursuit pursuit,
            @Nullable ContractRules contracts) {
        public Template {
            reviews = List.copyOf(reviews);
            obligations = obligations == null || obligations.isEmpty() ? null : List.copyOf(obligations);
        }
    }

    /** What it asks for while a deal is pursued, by names of which only some concern contracts. */
    public record Pursuit(@Nullable List<String> asked) {}

    /** What has to be done before anybody signs; null where nothing has. */
    public @Nullable List<SigningStep> asked() {
        var names = template.pursuit() == null || template.pursuit().asked() == null
                ? List.<String>of()
                : template.pursuit().asked();
        var steps = Arrays.stream(SigningStep.values())
                .filter(step -> names.contains(step.name()))
                .toList();
        return steps.isEmpty() ? null : steps;
    }
}
